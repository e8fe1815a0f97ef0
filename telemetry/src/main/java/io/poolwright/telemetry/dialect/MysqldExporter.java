package io.poolwright.telemetry.dialect;

import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import io.poolwright.telemetry.prometheus.Series;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * mysqld_exporter, on MySQL or MariaDB. One slot more than the limit is kept for an administrator, so that the limit may
 * be exceeded by one.
 *
 * <p>Source: prometheus/mysqld_exporter 0.14, read from a running one on MariaDB 10.11; MySQL 8.4 reference manual,
 * "Connection Interfaces".
 */
final class MysqldExporter implements Dialect {
    private static final String NAME = "mysql";
    private static final Map<String, Signal> NUMBERS = Map.of(
            "mysql_global_status_threads_connected", Signal.USED,
            "mysql_global_variables_max_connections", Signal.MAX,
            "mysql_global_status_connections", Signal.BORROWS);
    private static final Map<Signal, String> REASONS = Map.of(
            Signal.MAX, "mysqld_exporter does not tell max_connections: it needs --collect.global_variables",
            Signal.PENDING, "who waits in the kernel's accept queue is not told");

    @Override
    public String id() {
        return "mysqld-exporter";
    }

    @Override
    public List<String> prefixes() {
        return List.of(
                "mysql_global_status_threads_connected",
                "mysql_global_status_connections",
                "mysql_global_status_connection_errors_total",
                "mysql_global_variables_max_connections");
    }

    @Override
    public Optional<Binding> bind(Series series) {
        if (series.name().equals("mysql_global_status_connection_errors_total")) {
            return series.labels().getOrDefault("error", "").equals("max_connections")
                    ? Optional.of(Binding.of(Tier.DATABASE, NAME, Signal.REFUSED))
                    : Optional.empty();
        }
        return Optional.ofNullable(NUMBERS.get(series.name())).map(signal -> Binding.of(Tier.DATABASE, NAME, signal));
    }

    @Override
    public Map<Signal, String> reasons() {
        return REASONS;
    }

    @Override
    public void complete(Parts parts) {
        parts.set(Signal.TOTAL, parts.get(Signal.USED));
    }
}
