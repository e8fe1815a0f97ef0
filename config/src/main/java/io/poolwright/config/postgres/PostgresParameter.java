package io.poolwright.config.postgres;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A parameter whose value we type: what its number means and what it is when nobody sets it.
 *
 * <p>Source: PostgreSQL 18 manual, chapter 19; defaults confirmed with {@code postgres -C} of 15 and 18.
 *
 * @param kind unit of its number
 * @param byDefault in that unit
 * @param since first major version that knows it; 0 where all do
 */
public record PostgresParameter(PostgresKind kind, long byDefault, int since) {
    private static final Map<String, PostgresParameter> ALL = Map.ofEntries(
            entry("max_connections", new PostgresParameter(PostgresKind.COUNT, 100, 0)),
            entry("superuser_reserved_connections", new PostgresParameter(PostgresKind.COUNT, 3, 0)),
            entry("reserved_connections", new PostgresParameter(PostgresKind.COUNT, 0, 16)),
            entry("port", new PostgresParameter(PostgresKind.COUNT, 5432, 0)),
            entry("max_wal_senders", new PostgresParameter(PostgresKind.COUNT, 10, 0)),
            entry("max_worker_processes", new PostgresParameter(PostgresKind.COUNT, 8, 0)),
            entry("max_prepared_transactions", new PostgresParameter(PostgresKind.COUNT, 0, 0)),
            entry("autovacuum_max_workers", new PostgresParameter(PostgresKind.COUNT, 3, 0)),
            entry("tcp_keepalives_count", new PostgresParameter(PostgresKind.COUNT, 0, 0)),
            entry("shared_buffers", new PostgresParameter(PostgresKind.BLOCKS, 16_384, 0)),
            entry("temp_buffers", new PostgresParameter(PostgresKind.BLOCKS, 1_024, 0)),
            entry("effective_cache_size", new PostgresParameter(PostgresKind.BLOCKS, 524_288, 0)),
            entry("work_mem", new PostgresParameter(PostgresKind.KILOBYTES, 4_096, 0)),
            entry("maintenance_work_mem", new PostgresParameter(PostgresKind.KILOBYTES, 65_536, 0)),
            entry("max_wal_size", new PostgresParameter(PostgresKind.MEGABYTES, 1_024, 0)),
            entry("statement_timeout", new PostgresParameter(PostgresKind.MILLISECONDS, 0, 0)),
            entry("lock_timeout", new PostgresParameter(PostgresKind.MILLISECONDS, 0, 0)),
            entry("idle_in_transaction_session_timeout", new PostgresParameter(PostgresKind.MILLISECONDS, 0, 0)),
            entry("idle_session_timeout", new PostgresParameter(PostgresKind.MILLISECONDS, 0, 14)),
            entry("transaction_timeout", new PostgresParameter(PostgresKind.MILLISECONDS, 0, 17)),
            entry("client_connection_check_interval", new PostgresParameter(PostgresKind.MILLISECONDS, 0, 14)),
            entry("deadlock_timeout", new PostgresParameter(PostgresKind.MILLISECONDS, 1_000, 0)),
            entry("tcp_user_timeout", new PostgresParameter(PostgresKind.MILLISECONDS, 0, 12)),
            entry("tcp_keepalives_idle", new PostgresParameter(PostgresKind.SECONDS, 0, 0)),
            entry("tcp_keepalives_interval", new PostgresParameter(PostgresKind.SECONDS, 0, 0)),
            entry("authentication_timeout", new PostgresParameter(PostgresKind.SECONDS, 60, 0)),
            entry("checkpoint_timeout", new PostgresParameter(PostgresKind.SECONDS, 300, 0)),
            entry("log_min_duration_statement", new PostgresParameter(PostgresKind.MILLISECONDS, -1, 0)),
            entry("log_rotation_age", new PostgresParameter(PostgresKind.MINUTES, 1_440, 0)),
            entry("autovacuum", new PostgresParameter(PostgresKind.SWITCH, 1, 0)),
            entry("fsync", new PostgresParameter(PostgresKind.SWITCH, 1, 0)),
            entry("ssl", new PostgresParameter(PostgresKind.SWITCH, 0, 0)));

    /** The parameter of a name, where we type it. */
    public static Optional<PostgresParameter> named(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    /** The names of all parameters that we type. */
    public static Set<String> names() {
        return ALL.keySet();
    }

    /** The value of a text in the unit of {@link #kind}. */
    public OptionalLong parse(String written) {
        return kind.parse(written);
    }
}
