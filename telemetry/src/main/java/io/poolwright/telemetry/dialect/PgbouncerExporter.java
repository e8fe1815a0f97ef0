package io.poolwright.telemetry.dialect;

import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import io.poolwright.telemetry.prometheus.Series;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * pgbouncer_exporter: one pool of server connections for each database and user, and PgBouncer's own clients.
 *
 * <p>Source: prometheus-community/pgbouncer_exporter and spreaker's, whose names differ in a suffix. {@code pool_size}
 * is the limit of every pool of a database. Waits and transactions are counted for a database, so that they are a pool's
 * only where the database has one.
 */
final class PgbouncerExporter implements Dialect {
    private static final int CLEANING = Parts.SCRATCH;
    private static final int TESTED = Parts.SCRATCH + 1;
    private static final int LOGIN = Parts.SCRATCH + 2;
    private static final Map<String, Integer> OF_POOL = Map.ofEntries(
            Map.entry("server_active", Parts.place(Signal.USED)),
            Map.entry("server_idle", Parts.place(Signal.IDLE)),
            Map.entry("server_used", CLEANING),
            Map.entry("server_testing", TESTED),
            Map.entry("server_tested", TESTED),
            Map.entry("server_login", LOGIN),
            Map.entry("client_waiting", Parts.place(Signal.PENDING)),
            Map.entry("client_maxwait_seconds", Parts.place(Signal.WAIT_MAX)));
    private static final Map<String, Signal> OF_DATABASE = Map.of(
            "client_wait_seconds_total", Signal.WAIT_SECONDS,
            "sql_transactions_pooled_total", Signal.BORROWS,
            "server_in_transaction_seconds_total", Signal.USE_SECONDS);
    private static final Map<Signal, String> REASONS = Map.of(
            Signal.TIMEOUTS, "PgBouncer counts no timeouts: its log says query_wait_timeout",
            Signal.WAIT_P95, "PgBouncer tells totals only");

    @Override
    public String id() {
        return "pgbouncer-exporter";
    }

    @Override
    public List<String> prefixes() {
        return List.of(
                "pgbouncer_pools_",
                "pgbouncer_stats_",
                "pgbouncer_databases_pool_size",
                "pgbouncer_config_max_client",
                "pgbouncer_used_clients");
    }

    @Override
    public Optional<Binding> bind(Series series) {
        Map<String, String> labels = series.labels();
        return switch (series.name()) {
            case "pgbouncer_config_max_client_connections", "pgbouncer_config_max_client_conn" ->
                Optional.of(Binding.of(Tier.FRONTEND, "pgbouncer", Signal.MAX));
            case "pgbouncer_used_clients" -> Optional.of(Binding.of(Tier.FRONTEND, "pgbouncer", Signal.USED));
            case "pgbouncer_databases_pool_size" ->
                group(labels.getOrDefault("name", labels.getOrDefault("database", "")))
                        .map(database -> Binding.ofEach(Tier.POOLER, database, Signal.MAX));
            default ->
                Names.after(series.name(), "pgbouncer_pools_")
                        .flatMap(rest -> ofPool(rest, labels))
                        .or(() -> ofDatabase(series.name(), labels));
        };
    }

    private static Optional<Binding> ofPool(String rest, Map<String, String> labels) {
        String plain =
                rest.endsWith("_connections") ? rest.substring(0, rest.length() - "_connections".length()) : rest;
        String database = labels.getOrDefault("database", "");
        String user = labels.getOrDefault("user", "");
        return database.isEmpty() || database.equals("pgbouncer")
                ? Optional.empty() // the console itself
                : Optional.ofNullable(OF_POOL.get(plain))
                        .map(part -> Binding.of(Tier.POOLER, database + "/" + user, part)
                                .in(database));
    }

    private static Optional<Binding> ofDatabase(String name, Map<String, String> labels) {
        return Names.after(name, "pgbouncer_stats_totals_")
                .or(() -> Names.after(name, "pgbouncer_stats_"))
                .map(OF_DATABASE::get)
                .flatMap(signal -> group(labels.getOrDefault("database", ""))
                        .map(database -> Binding.ofTheOnly(Tier.POOLER, database, signal)));
    }

    private static Optional<String> group(String database) {
        return database.isEmpty() || database.equals("pgbouncer") ? Optional.empty() : Optional.of(database);
    }

    @Override
    public Map<Signal, String> reasons() {
        return REASONS;
    }

    /** Connections that are being logged in or tested are taken; those that await a check are free. */
    @Override
    public void complete(Parts parts) {
        if (parts.knows(Signal.BORROWS)) {
            parts.set(Signal.WAITS, parts.get(Signal.BORROWS));
            parts.set(Signal.USES, parts.get(Signal.BORROWS));
        }
        if (!Double.isNaN(parts.get(LOGIN))) {
            parts.set(Signal.USED, parts.get(Signal.USED) + parts.get(TESTED) + parts.get(LOGIN));
            parts.set(Signal.IDLE, parts.get(Signal.IDLE) + parts.get(CLEANING));
        }
        if (parts.knows(Signal.IDLE)) {
            parts.totalFromUsedAndIdle();
        }
    }
}
