package io.poolwright.telemetry.jmx;

import io.poolwright.model.live.Notice;
import io.poolwright.telemetry.Plain;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.management.Attribute;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.Query;
import javax.management.ReflectionException;

/** Finds the beans of known kinds in a JVM, and reads of each the attributes of its kind and no other. */
final class BeanSearch {
    /** Most beans of all kinds that are read of one JVM. */
    static final int MOST = 500;

    static final Found NOTHING = new Found(List.of(), List.of());

    private BeanSearch() {}

    static Found in(MBeanServerConnection jvm) throws IOException, JMException {
        List<Place> places = new ArrayList<>();
        int there = 0;
        for (PoolBean kind : PoolBeans.all()) {
            Set<ObjectName> names = new TreeSet<>();
            for (String pattern : kind.patterns()) {
                names.addAll(jvm.queryNames(new ObjectName(pattern), null));
            }
            for (String type : kind.instancesOf()) {
                names.addAll(jvm.queryNames(null, Query.isInstanceOf(Query.value(type))));
            }
            for (ObjectName name : names) {
                // The socket's own settings beside a connector's threads are no pool of anything.
                if (name.getKeyProperty("subType") == null) {
                    there++;
                    if (places.size() < MOST) {
                        places.add(new Place(kind, name));
                    }
                }
            }
        }
        List<Notice> notices = there <= MOST
                ? List.of()
                : List.of(new Notice(Notice.Kind.LIMIT, "%d beans tell of pools; %d are read".formatted(there, MOST)));
        return new Found(places, notices);
    }

    static Bean read(MBeanServerConnection jvm, Place place)
            throws IOException, InstanceNotFoundException, ReflectionException {
        Map<String, Object> values = new HashMap<>();
        for (Attribute attribute :
                jvm.getAttributes(place.name(), attributes(place.kind())).asList()) {
            Object value = attribute.getValue();
            if (value instanceof Number || value instanceof Boolean) {
                values.put(attribute.getName(), value);
            } else if (value instanceof String text) {
                values.put(attribute.getName(), Plain.text(text));
            }
        }
        return new Bean(place.name(), values);
    }

    private static String[] attributes(PoolBean kind) {
        Set<String> names = new LinkedHashSet<>(List.of(PoolName.ATTRIBUTES));
        kind.gauges().forEach(told -> names.add(told.attribute()));
        names.addAll(kind.settings().keySet());
        return names.toArray(String[]::new);
    }

    /**
     * A bean and what kind it is of.
     *
     * @param kind what its attributes mean
     * @param name where it is
     */
    record Place(PoolBean kind, ObjectName name) {}

    /**
     * What a search found.
     *
     * @param places the beans, those of one kind together
     * @param notices whether there were more
     */
    record Found(List<Place> places, List<Notice> notices) {}
}
