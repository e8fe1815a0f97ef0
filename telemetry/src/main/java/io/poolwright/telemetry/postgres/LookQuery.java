package io.poolwright.telemetry.postgres;

/**
 * The statements of a look, sent together in one round trip. Never the column {@code query}: literals are in it.
 *
 * <p>Source: PostgreSQL 14 to 18, "The Cumulative Statistics System", {@code pg_settings}.
 */
final class LookQuery {
    /** {@code application_name} of our own connection; every connection whose name begins so is left out. */
    static final String OBSERVER = "poolwright";

    /** How the connection behaves itself. The second select is empty before PostgreSQL 14. */
    static final String MANNERS = """
            select set_config('search_path', 'pg_catalog', false),
                   set_config('application_name', ?, false),
                   set_config('statement_timeout', ?, false),
                   set_config('default_transaction_read_only', 'on', false);
            select set_config('idle_session_timeout', '0', false)
              from pg_catalog.pg_settings where name = 'idle_session_timeout'
            """;

    private static final String CLIENTS = """
            select coalesce(application_name, '') as application,
                   count(*) filter (where state in ('active', 'fastpath function call')) as active,
                   count(*) filter (where state = 'active' and wait_event_type is null) as on_cpu,
                   count(*) filter (where state = 'active' and wait_event_type = 'Lock') as on_lock,
                   count(*) filter (where state = 'idle') as idle,
                   count(*) filter (where state like 'idle in transaction%') as idle_in_transaction,
                   array_agg(age order by age desc) filter (where age is not null) as ages
              from (select application_name, state, wait_event_type,
                           case when state in ('active', 'fastpath function call') then
                             greatest(0, round(extract(epoch from clock_timestamp() - query_start)::numeric, 3))::float8
                           end as age
                      from pg_stat_activity
                     where backend_type = 'client backend' and pid <> pg_backend_pid()
                       and coalesce(application_name, '') not like 'poolwright%') as client
             group by 1 order by 1
            """;

    /**
     * A role without {@code pg_monitor} sees the state of its own sessions only; that is all where nobody else is there, as
     * where an application's own role looks at a database that serves that application alone.
     */
    private static final String COUNTERS = """
            select xact_commit, xact_rollback, tup_returned,
                   sessions, sessions_abandoned, sessions_fatal, sessions_killed,
                   pg_has_role('pg_read_all_stats', 'usage')
                     or not exists (select from pg_stat_activity
                                     where usesysid is not null and not pg_has_role(usesysid, 'usage')
                                       and coalesce(application_name, '') not like 'poolwright%') as sees_all
              from pg_stat_database where datname = coalesce(nullif(?, ''), current_database())
            """;

    /**
     * Our own session sets two of these for itself; their {@code reset_val} is what others have, unless our role has a
     * value of its own: then it cannot be seen from here, and is left out.
     */
    private static final String SETTINGS = """
            select name, coalesce(unit, '') as unit,
                   case when name in ('statement_timeout', 'idle_session_timeout') then reset_val else setting end as value
              from pg_settings
             where name in ('max_connections', 'superuser_reserved_connections', 'reserved_connections',
                            'statement_timeout', 'idle_session_timeout', 'idle_in_transaction_session_timeout',
                            'lock_timeout', 'client_connection_check_interval', 'tcp_keepalives_idle',
                            'authentication_timeout')
               and not (name in ('statement_timeout', 'idle_session_timeout')
                        and exists (select from pg_db_role_setting own, unnest(own.setconfig) as entry
                                     where own.setrole = (select oid from pg_roles where rolname = current_user)
                                       and entry like name || '=%'))
            """;

    /** Three results: settings, counters of the database named by the parameter, clients. */
    static final String SQL = SETTINGS + ";" + COUNTERS + ";" + CLIENTS;

    private LookQuery() {}
}
