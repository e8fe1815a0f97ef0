package io.poolwright.telemetry.dialect;

import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import io.poolwright.telemetry.prometheus.Series;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * postgres_exporter: the slots that ordinary roles can have, and who has them.
 *
 * <p>Source: prometheus-community/postgres_exporter 0.11 and 0.20. Only client backends take a slot, where the exporter
 * says of which type a backend is; older ones do not, and count every backend that has a database.
 * {@code reserved_connections} came with PostgreSQL 16; before it there is no such reserve.
 */
final class PostgresExporter implements Dialect {
    private static final String NAME = "postgresql";
    private static final int MOST = Parts.SCRATCH;
    private static final int FOR_SUPERUSERS = Parts.SCRATCH + 1;
    private static final int FOR_RESERVED = Parts.SCRATCH + 2;
    private static final int BACKENDS = Parts.SCRATCH + 3;
    private static final Map<String, Integer> SETTINGS = Map.of(
            "pg_settings_max_connections", MOST,
            "pg_settings_superuser_reserved_connections", FOR_SUPERUSERS,
            "pg_settings_reserved_connections", FOR_RESERVED);
    private static final Map<Signal, String> REASONS = Map.of(
            Signal.MAX,
            "postgres_exporter does not tell max_connections: it runs with --disable-settings-metrics",
            Signal.REFUSED,
            "PostgreSQL does not count whom it turns away: its log says \"sorry, too many clients already\"");

    @Override
    public String id() {
        return "postgres-exporter";
    }

    @Override
    public List<String> prefixes() {
        return List.of(
                "pg_settings_max_connections",
                "pg_settings_superuser_reserved_connections",
                "pg_settings_reserved_connections",
                "pg_stat_activity_count",
                "pg_stat_database_numbackends");
    }

    @Override
    public Optional<Binding> bind(Series series) {
        String name = series.labels().getOrDefault("server", NAME);
        Integer setting = SETTINGS.get(series.name());
        if (setting != null) {
            return Optional.of(Binding.of(Tier.DATABASE, name, setting));
        }
        if (series.name().equals("pg_stat_database_numbackends")) {
            return Optional.of(Binding.of(Tier.DATABASE, name, BACKENDS).summed());
        }
        if (!series.name().equals("pg_stat_activity_count") || !isClient(series)) {
            return Optional.empty();
        }
        return Optional.of(Binding.of(Tier.DATABASE, name, Signal.USED).summed());
    }

    private static boolean isClient(Series series) {
        String type = series.labels().getOrDefault("backend_type", "");
        return type.isEmpty() || type.equals("client backend");
    }

    @Override
    public Map<Signal, String> reasons() {
        return REASONS;
    }

    @Override
    public void complete(Parts parts) {
        double reserved = parts.get(FOR_RESERVED);
        parts.set(Signal.MAX, parts.get(MOST) - parts.get(FOR_SUPERUSERS) - (Double.isNaN(reserved) ? 0 : reserved));
        if (!parts.knows(Signal.USED)) {
            parts.set(Signal.USED, parts.get(BACKENDS));
        }
        parts.set(Signal.TOTAL, parts.get(Signal.USED));
    }
}
