package io.poolwright.cli.export;

import java.util.List;
import java.util.Map;

/**
 * The detectors that PromQL can say, over the names that Micrometer's HikariCP metrics, HAProxy's own exporter,
 * postgres_exporter, mysqld_exporter and pgbouncer_exporter have. Prometheus compares single series at one moment: what a detector
 * of ours weighs beyond that is lost, and said so in {@link #LEFT_OUT}.
 */
final class ExportedRules {
    /** Detectors of pools that have no rule, and why. */
    static final Map<String, String> LEFT_OUT = Map.of(
            "pool-connection-churn",
            "how often connections should be opened follows from the pool's lifetime, which no metric tells",
            "pool-leak-suspected",
            "a leak and an overload differ in how use and returns move against each other over time, not at one moment");

    private static final String WAIT = "rate(hikaricp_connections_acquire_seconds_sum[1m])"
            + " / (rate(hikaricp_connections_acquire_seconds_count[1m]) > 0)";

    private ExportedRules() {}

    static List<ExportedRule> all() {
        return List.of(
                new ExportedRule(
                        "pool-timing-out",
                        "PoolTimingOut",
                        "increase(hikaricp_connections_timeout_total[2m]) > 0",
                        "",
                        "critical",
                        "Callers of pool {{ $labels.pool }} give up waiting",
                        "{{ $value | humanize }} callers gave up waiting for a connection in 2 min. Each is a request that failed."),
                new ExportedRule(
                        "pool-wait-eats-budget",
                        "PoolWaitEatsBudget",
                        WAIT + " > 0.2",
                        "2m",
                        "warning",
                        "Waiting for pool {{ $labels.pool }} eats the callers' time",
                        "Callers wait {{ $value | humanizeDuration }} on average; 200 ms is a fifth of a budget of 1 s. Put your own"
                                + " callers' time limit in the place of it."),
                new ExportedRule(
                        "pool-past-load-line",
                        "PoolPastLoadLine",
                        "hikaricp_connections_active >= 0.85 * hikaricp_connections_max and " + WAIT + " > 0.05",
                        "5m",
                        "warning",
                        "Pool {{ $labels.pool }} is past its load line",
                        "{{ $value }} connections are used, 85 % of the limit or more, and callers wait. Full without waiting is"
                                + " efficient; both together are not."),
                new ExportedRule(
                        "pool-idle-yet-timing-out",
                        "PoolIdleYetTimingOut",
                        "increase(hikaricp_connections_timeout_total[2m]) > 0 and hikaricp_connections_idle > 0",
                        "",
                        "critical",
                        "Pool {{ $labels.pool }} has idle connections and callers time out",
                        "Connections are there and callers do not get them: validation stalls, connections are dead, or the time limit"
                                + " is too short."),
                new ExportedRule(
                        "pool-exhaustion-ahead",
                        "PoolExhaustionAhead",
                        "predict_linear(min_over_time(hikaricp_connections_active[10m])[1h:1m], 4 * 3600) > hikaricp_connections_max"
                                + " and hikaricp_connections_active < hikaricp_connections_max",
                        "15m",
                        "warning",
                        "Pool {{ $labels.pool }} will be exhausted within 4 h",
                        "The floor of its used connections has risen for an hour. A straight line through it crosses the limit"
                                + " within 4 h; that line has no interval, unlike Poolwright's own forecast."),
                new ExportedRule(
                        "pool-blind",
                        "PoolBlind",
                        "hikaricp_connections_active unless on (job, instance, pool) hikaricp_connections_max",
                        "5m",
                        "warning",
                        "Pool {{ $labels.pool }} does not tell its limit",
                        "Without its limit nobody can say how full it is."),
                new ExportedRule(
                        "balancer-server-queue",
                        "BalancerServerQueue",
                        "haproxy_server_current_queue > 0 and haproxy_server_queue_time_average_seconds > 0.2",
                        "30s",
                        "critical",
                        "Requests queue for server {{ $labels.proxy }}/{{ $labels.server }}",
                        "{{ $value }} requests wait for a slot. The limit is the server's maxconn, not the backend's fullconn."),
                new ExportedRule(
                        "database-slots-short",
                        "DatabaseSlotsShort",
                        "sum by (instance) (pg_stat_activity_count{backend_type=~\"client backend|\"})"
                                + " > on (instance) 0.8 * (pg_settings_max_connections - pg_settings_superuser_reserved_connections)",
                        "1m",
                        "warning",
                        "PostgreSQL {{ $labels.instance }} runs out of slots",
                        "{{ $value }} client connections are open, more than 80 % of what ordinary roles can have. Scaling out makes it"
                                + " worse."),
                new ExportedRule(
                        "database-slots-short",
                        "MysqlSlotsShort",
                        "mysql_global_status_threads_connected > 0.8 * mysql_global_variables_max_connections",
                        "1m",
                        "warning",
                        "MySQL {{ $labels.instance }} runs out of connections",
                        "{{ $value }} connections are open, more than 80 % of max_connections."),
                new ExportedRule(
                        "pool-wait-eats-budget",
                        "PoolerClientsWait",
                        "pgbouncer_pools_client_maxwait_seconds > 0.2",
                        "1m",
                        "warning",
                        "Clients of {{ $labels.database }} wait at PgBouncer",
                        "The oldest has waited {{ $value | humanizeDuration }}."));
    }
}
