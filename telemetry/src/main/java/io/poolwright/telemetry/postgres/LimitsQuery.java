package io.poolwright.telemetry.postgres;

/**
 * What a live look asks beyond {@link LookQuery}: every client slot in use, the limits of single roles and databases, and
 * where the settings come from. Source: PostgreSQL 14 to 18, {@code pg_roles}, {@code pg_database}, {@code pg_settings}.
 */
final class LimitsQuery {
    /** Most roles and databases with a limit of their own that are read. */
    static final int MOST = 200;

    /** A superuser is bound by no limit of its role, nor of the database. */
    private static final String LIMITED = """
            select 'role' as kind, rolname as name, rolconnlimit as most,
                   (select count(*) from pg_stat_activity
                     where usesysid = pg_roles.oid and backend_type = 'client backend') as used
              from pg_roles where rolconnlimit >= 0 and rolcanlogin and not rolsuper
            union all
            select 'database', datname, datconnlimit,
                   (select count(*) from pg_stat_activity
                     where datid = pg_database.oid and backend_type = 'client backend')
              from pg_database where datconnlimit >= 0 and datallowconn
             limit %d
            """.formatted(MOST + 1);

    private static final String SLOTS = """
            select (select count(*) from pg_stat_activity
                     where backend_type = 'client backend' and pid <> pg_backend_pid()
                       and coalesce(application_name, '') not like 'poolwright%') as used,
                   (select sum(sessions) from pg_stat_database) as begun
            """;

    private static final String SOURCES = """
            select name, reset_val || coalesce(unit, '') as value, source from pg_settings
             where name in ('max_connections', 'superuser_reserved_connections', 'reserved_connections',
                            'idle_in_transaction_session_timeout', 'lock_timeout', 'transaction_timeout',
                            'client_connection_check_interval', 'tcp_keepalives_idle', 'tcp_keepalives_interval',
                            'tcp_keepalives_count', 'authentication_timeout')
             order by name
            """;

    /** Six results: the three of {@link LookQuery}, then slots, single limits, settings. */
    static final String SQL = LookQuery.SQL + ";" + SLOTS + ";" + LIMITED + ";" + SOURCES;

    private LimitsQuery() {}
}
