package io.poolwright.telemetry.dialect;

import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import io.poolwright.telemetry.prometheus.Series;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Spring Boot's account of any DataSource that it knows: HikariCP, Tomcat JDBC, DBCP2, Oracle UCP. Four gauges, and no
 * word about waiting.
 *
 * <p>Source: Spring Boot 4.1 DataSourcePoolMetrics; -1 is how pools say "no limit".
 */
final class SpringJdbc implements Dialect {
    /** What twins of HikariCP's pools are looked for by. */
    static final String ID = "spring-jdbc";

    private static final Map<String, Signal> NUMBERS = Map.of(
            "jdbc_connections_active", Signal.USED,
            "jdbc_connections_idle", Signal.IDLE,
            "jdbc_connections_max", Signal.MAX,
            "jdbc_connections_min", Signal.MIN_IDLE);
    private static final Map<Signal, String> REASONS = reasonsForWaits();

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<String> prefixes() {
        return List.of("jdbc_connections_");
    }

    @Override
    public Optional<Binding> bind(Series series) {
        Signal number = NUMBERS.get(series.name());
        String pool = series.labels().get("name");
        if (number == null || pool == null) {
            return Optional.empty();
        }
        Binding binding = Binding.of(Tier.POOL, pool, number);
        return Optional.of(number == Signal.MAX ? binding.odd("the pool has no limit (the page says -1)") : binding);
    }

    @Override
    public Map<Signal, String> reasons() {
        return REASONS;
    }

    @Override
    public void complete(Parts parts) {
        parts.totalFromUsedAndIdle();
    }

    private static Map<Signal, String> reasonsForWaits() {
        String reason =
                "jdbc_connections_* says nothing of waiting: read the pool over JMX or with OpenTelemetry's agent"
                        + " (for Tomcat JDBC: spring.datasource.tomcat.jmx-enabled=true)";
        Map<Signal, String> reasons = new EnumMap<>(Signal.class);
        for (Signal signal : List.of(
                Signal.PENDING,
                Signal.WAIT_SECONDS,
                Signal.WAITS,
                Signal.WAIT_MAX,
                Signal.WAIT_P95,
                Signal.TIMEOUTS,
                Signal.USE_SECONDS,
                Signal.BORROWS)) {
            reasons.put(signal, reason);
        }
        return reasons;
    }
}
