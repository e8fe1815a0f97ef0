package io.poolwright.telemetry.jmx;

import io.poolwright.model.Answer;
import io.poolwright.model.InstanceSample;
import io.poolwright.model.live.Notice;
import io.poolwright.model.live.Reading;
import io.poolwright.model.live.Seen;
import io.poolwright.model.live.Tier;
import io.poolwright.telemetry.Collector;
import io.poolwright.telemetry.Owner;
import io.poolwright.telemetry.Plain;
import java.io.IOException;
import java.io.InvalidClassException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;
import org.jspecify.annotations.Nullable;

/** The connection to one JVM, opened when there is none, and what is asked over it. */
final class JmxSession implements Collector<Seen>, AutoCloseable {
    /** Beans come and go with pools and connectors, seldom. */
    private static final Duration SEARCH_AGAIN = Duration.ofSeconds(10);

    private static final String NO_POOL =
            "no connection pool shows itself over JMX; HikariCP does with spring.datasource.hikari.register-mbeans=true (registerMbeans=true without Spring), "
                    + "Tomcat JDBC with spring.datasource.tomcat.jmx-enabled=true, DBCP2 with a jmxName";
    private static final String NO_THREADS =
            "no request threads show themselves over JMX; Tomcat in Spring Boot does with server.tomcat.mbeanregistry.enabled=true";

    private final JmxTarget target;
    private final Clock clock;
    private final JvmReadings readings;
    private volatile @Nullable JMXConnector connector;
    private volatile boolean closed;
    private BeanSearch.Found found = BeanSearch.NOTHING;
    private Instant searchedAt = Instant.MIN;

    JmxSession(Owner owner, JmxTarget target, Clock clock) {
        this.target = target;
        this.clock = clock;
        this.readings = new JvmReadings(owner);
    }

    @Override
    public Answer<Seen> collect() {
        try {
            return Answer.of(Incoming.filtered(this::look));
        } catch (Exception e) { // whatever a foreign JVM makes the connector throw
            drop();
            return Answer.silent("%s: %s".formatted(target.name(), reason(e)));
        }
    }

    /** Returns at once: saying good-bye to a JVM that hangs takes its time. */
    @Override
    public void close() {
        closed = true;
        Thread leaving = new Thread(this::drop, "poolwright-jmx-close");
        leaving.setDaemon(true);
        leaving.start();
    }

    private Seen look() throws IOException, JMException {
        MBeanServerConnection jvm = connected().getMBeanServerConnection();
        Instant now = clock.instant();
        if (searchedAt.isBefore(now.minus(SEARCH_AGAIN)) || searchedAt.isAfter(now)) {
            found = BeanSearch.in(jvm);
            searchedAt = now;
        }
        for (BeanSearch.Place place : found.places()) {
            try {
                readings.add(place.kind(), BeanSearch.read(jvm, place));
            } catch (InstanceNotFoundException e) {
                searchedAt = Instant.MIN; // gone since: look for what took its place
            }
        }
        List<Reading> pools = readings.readings();
        Answer<InstanceSample> instance = JvmProcess.read(jvm, target.name());
        return Seen.of(pools)
                .withInstance(instance)
                .withInForce(readings.inForce())
                .withNotices(notices(pools));
    }

    private List<Notice> notices(List<Reading> pools) {
        List<Notice> notices = new ArrayList<>(found.notices());
        if (pools.stream().noneMatch(each -> each.pool().tier() == Tier.POOL)) {
            notices.add(new Notice(Notice.Kind.BLIND, NO_POOL));
        }
        if (pools.stream().noneMatch(each -> each.pool().tier() == Tier.WORKERS)) {
            notices.add(new Notice(Notice.Kind.BLIND, NO_THREADS));
        }
        return notices;
    }

    private JMXConnector connected() throws IOException {
        JMXConnector known = connector;
        if (known != null) {
            return known;
        }
        if (closed) {
            throw new IOException("closed");
        }
        JMXConnector fresh = Connecting.open(target);
        connector = fresh;
        searchedAt = Instant.MIN;
        return fresh;
    }

    private void drop() {
        JMXConnector lost = connector;
        connector = null;
        if (lost != null) {
            try {
                Incoming.filtered(() -> {
                    lost.close();
                    return true;
                });
            } catch (Exception e) {
                // Nothing is left to do for it: it is forgotten, and the next look opens another.
                System.getLogger(JmxSession.class.getName())
                        .log(System.Logger.Level.DEBUG, target.name() + ": could not close a lost connection", e);
            }
        }
    }

    private String reason(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidClassException) {
                return "sent an object that is not accepted: only numbers, texts and names of beans are";
            }
            if (cause instanceof ClassNotFoundException) {
                return "sent an object of a class that is not accepted: only numbers, texts and names of beans are";
            }
            if (cause instanceof java.net.ConnectException) {
                return Plain.reason(cause);
            }
        }
        return Plain.reason(e);
    }
}
