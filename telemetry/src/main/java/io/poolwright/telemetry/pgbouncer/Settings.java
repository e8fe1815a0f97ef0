package io.poolwright.telemetry.pgbouncer;

import java.util.List;
import java.util.Map;

/** The settings of {@code SHOW CONFIG} that bear on pools, and their units; paths, users and queries are none of them. */
final class Settings {
    static final String NOT_READ = "not read";

    static final List<String> OF_A_DATABASE =
            List.of("pool_size", "min_pool_size", "reserve_pool", "reserve_pool_size", "pool_mode", "max_connections");

    private static final String SECONDS = "s";

    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("max_client_conn", ""),
            Map.entry("default_pool_size", ""),
            Map.entry("min_pool_size", ""),
            Map.entry("reserve_pool_size", ""),
            Map.entry("max_db_connections", ""),
            Map.entry("max_user_connections", ""),
            Map.entry("max_prepared_statements", ""),
            Map.entry("pool_mode", ""),
            Map.entry("listen_backlog", ""),
            Map.entry("server_round_robin", ""),
            Map.entry("reserve_pool_timeout", SECONDS),
            Map.entry("query_wait_timeout", SECONDS),
            Map.entry("query_timeout", SECONDS),
            Map.entry("client_idle_timeout", SECONDS),
            Map.entry("client_login_timeout", SECONDS),
            Map.entry("idle_transaction_timeout", SECONDS),
            Map.entry("server_idle_timeout", SECONDS),
            Map.entry("server_lifetime", SECONDS),
            Map.entry("server_connect_timeout", SECONDS),
            Map.entry("server_login_retry", SECONDS),
            Map.entry("server_check_delay", SECONDS));

    private Settings() {}

    /** What the value is in; {@link #NOT_READ} for a setting that is left alone. */
    static String unitOf(String key) {
        return UNITS.getOrDefault(key, NOT_READ);
    }
}
