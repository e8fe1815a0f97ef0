package io.poolwright.diagnose;

import io.poolwright.detect.Frame;
import io.poolwright.detect.Window;
import io.poolwright.model.DeclaredSetting;
import io.poolwright.model.InstanceSample;
import io.poolwright.model.ServerSample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Something that was seen to change between two looks: an instance's process, a declared setting, or one in force.
 *
 * @param at the look that first showed it
 * @param kind what sort of change
 * @param owner whose it is
 * @param what name of the setting, or {@code version}
 * @param from before
 * @param to after
 */
public record Change(Instant at, Kind kind, String owner, String what, String from, String to) {
    public Change {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
    }

    /** What sort of change. */
    public enum Kind {
        /** An instance runs a new process. */
        DEPLOYMENT,
        /** A file says something else than before. */
        DECLARED,
        /** A limit or setting in force is another than before. */
        IN_FORCE
    }

    /** The name under which a pool's limit in force is reported. */
    public static final String POOL_MAX = "maximumPoolSize";
    /** The name under which a balancer's limit for a server is reported. */
    public static final String SERVER_MAXCONN = "maxconn";

    /** Every change that the frames show, oldest first. */
    public static List<Change> in(Window seen) {
        List<Change> changes = new ArrayList<>();
        Map<String, String> processes = new TreeMap<>();
        Map<String, String> declared = new TreeMap<>();
        Map<String, String> inForce = new TreeMap<>();
        for (Frame frame : seen.frames()) {
            for (Frame.Service service : frame.services()) {
                service.now().value().ifPresent(sample -> {
                    note(changes, frame, Kind.DEPLOYMENT, service.name(), "version", processes, process(sample));
                    sample.pool()
                            .value()
                            .ifPresent(pool -> note(
                                    changes,
                                    frame,
                                    Kind.IN_FORCE,
                                    service.name(),
                                    POOL_MAX,
                                    inForce,
                                    Integer.toString(pool.max())));
                });
            }
            frame.edge().value().ifPresent(edge -> {
                for (ServerSample server : edge.now().servers()) {
                    server.max()
                            .ifPresent(max -> note(
                                    changes,
                                    frame,
                                    Kind.IN_FORCE,
                                    edge.now().product() + "/" + server.name(),
                                    SERVER_MAXCONN,
                                    inForce,
                                    Integer.toString(max)));
                }
            });
            frame.store().value().ifPresent(store -> new TreeMap<>(store.now().settings())
                    .forEach((name, value) -> note(changes, frame, Kind.IN_FORCE, "postgresql", name, inForce, value)));
            for (DeclaredSetting setting : frame.settings()) {
                note(changes, frame, Kind.DECLARED, setting.owner(), setting.name(), declared, setting.value());
            }
        }
        return List.copyOf(changes);
    }

    /**
     * Settings that changed for some owners within a stretch of time, as {@code name from → to}; what merely names the
     * version is left out.
     */
    public static List<String> shipped(List<Change> changes, Set<String> owners, Instant from, Instant to) {
        return changes.stream()
                .filter(change -> change.kind() == Kind.DECLARED && owners.contains(change.owner()))
                .filter(change -> !change.at().isBefore(from) && !change.at().isAfter(to))
                .filter(change -> !change.what().endsWith("version"))
                .map(change -> "%s %s → %s".formatted(shortName(change.what()), change.from(), change.to()))
                .distinct()
                .toList();
    }

    private static String shortName(String setting) {
        return setting.substring(setting.lastIndexOf('.') + 1);
    }

    /** Version and start: the same version started again is a deployment as well. */
    private static String process(InstanceSample sample) {
        return sample.version() + " started " + sample.startedAt();
    }

    private static void note(
            List<Change> changes,
            Frame frame,
            Kind kind,
            String owner,
            String what,
            Map<String, String> known,
            String value) {
        String before = known.put(owner + " " + what, value);
        if (before != null && !before.equals(value)) {
            changes.add(new Change(frame.at(), kind, owner, what, before, value));
        }
    }
}
