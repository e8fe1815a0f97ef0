package io.poolwright.telemetry.pgbouncer;

import io.poolwright.model.live.InForce;
import io.poolwright.model.live.Notice;
import io.poolwright.model.live.Reading;
import io.poolwright.model.live.Seen;
import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import io.poolwright.telemetry.Owner;
import io.poolwright.telemetry.Plain;
import io.poolwright.telemetry.jdbc.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What one look at the console returned, as readings.
 *
 * @param pools {@code SHOW POOLS}: a row for each database and user
 * @param stats {@code SHOW STATS}: a row for each database, in microseconds
 * @param databases {@code SHOW DATABASES}: a row for each entry
 * @param config {@code SHOW CONFIG}
 * @param lists {@code SHOW LISTS}: what there is how many of
 */
record Console(Table pools, Table stats, Table databases, Table config, Table lists) {
    /** PgBouncer's own entry for this console. */
    private static final String OWN = "pgbouncer";

    private static final double MICRO = 1e-6;

    private static final String IN_THE_LOG =
            "PgBouncer counts clients that query_wait_timeout sent away nowhere but in its log";
    private static final String SEVERAL =
            "SHOW STATS counts by database, and %d users have a pool of this one; give each its own database entry";
    private static final String SESSION_MODE =
            "in session mode PgBouncer counts no assignments of a server before version 1.23; later it does";
    private static final String SESSION_USE =
            "in session mode a server is held for the whole session, whose length PgBouncer does not count";

    Seen seen(Owner owner) {
        Map<String, Table.Row> statsOf = byColumn(stats, "database");
        Map<String, Table.Row> entryOf = byColumn(databases, "name");
        Map<String, Long> users = pools.rows().stream()
                .collect(Collectors.groupingBy(row -> row.text("database"), Collectors.counting()));
        List<Reading> readings = new ArrayList<>();
        List<Notice> notices = new ArrayList<>();
        readings.add(clients(owner));
        for (Table.Row pool : pools.rows()) {
            String database = pool.text("database");
            if (!database.equals(OWN)) {
                Table.Row none = new Table.Row(Map.of());
                readings.add(pool(
                        owner,
                        pool,
                        entryOf.getOrDefault(database, none),
                        statsOf.getOrDefault(database, none),
                        users.getOrDefault(database, 0L)));
            }
        }
        if (pools.cut()) {
            notices.add(new Notice(
                    Notice.Kind.LIMIT,
                    "PgBouncer has more pools than the %d that are read"
                            .formatted(pools.rows().size())));
        }
        return Seen.of(readings).withInForce(inForce(owner)).withNotices(notices);
    }

    private Reading clients(Owner owner) {
        return Reading.of(owner.pool(Tier.FRONTEND, "pgbouncer clients"))
                .set(Signal.MAX, setting("max_client_conn"))
                .set(Signal.USED, listed("used_clients"))
                .because(Signal.REFUSED, "PgBouncer counts clients beyond max_client_conn nowhere but in its log")
                .build();
    }

    private Reading pool(Owner owner, Table.Row pool, Table.Row entry, Table.Row counted, long users) {
        String name = pool.text("database") + "/" + pool.text("user");
        double busy = pool.number("sv_active") + pool.number("sv_tested") + orZero(pool, "sv_being_canceled");
        double idle = pool.number("sv_idle") + pool.number("sv_used");
        Reading.Builder reading = Reading.of(owner.pool(Tier.POOLER, name))
                .set(Signal.MAX, entry.number("pool_size"))
                .because(Signal.MAX, "SHOW DATABASES has no entry of that name")
                .set(Signal.USED, busy)
                .set(Signal.IDLE, idle)
                .set(Signal.TOTAL, busy + idle + pool.number("sv_login"))
                .set(Signal.PENDING, pool.number("cl_waiting"))
                .set(Signal.WAIT_MAX, pool.number("maxwait") + orZero(pool, "maxwait_us") * MICRO)
                .because(Signal.TIMEOUTS, IN_THE_LOG);
        if (users == 1) {
            counted(reading, counted, pool.text("pool_mode"));
        } else {
            for (Signal signal : List.of(Signal.WAIT_SECONDS, Signal.BORROWS, Signal.USE_SECONDS)) {
                reading.because(signal, SEVERAL.formatted(users));
            }
        }
        return reading.build();
    }

    private static void counted(Reading.Builder reading, Table.Row counted, String mode) {
        boolean session = mode.equals("session");
        double assigned = counted.number("total_server_assignment_count");
        if (Double.isNaN(assigned) && !session) {
            // A server is assigned for each transaction, or for each statement.
            assigned = counted.number(mode.equals("statement") ? "total_query_count" : "total_xact_count");
        }
        double transactions = counted.number("total_xact_count");
        reading.set(Signal.WAIT_SECONDS, counted.number("total_wait_time") * MICRO)
                .set(Signal.WAITS, assigned)
                .because(Signal.WAITS, SESSION_MODE)
                .set(Signal.BORROWS, Double.isNaN(assigned) ? transactions : assigned);
        if (session) {
            reading.because(Signal.USE_SECONDS, SESSION_USE);
        } else {
            reading.set(Signal.USE_SECONDS, counted.number("total_xact_time") * MICRO)
                    .set(Signal.USES, transactions);
        }
    }

    private List<InForce> inForce(Owner owner) {
        List<InForce> inForce = new ArrayList<>();
        for (Table.Row row : config.rows()) {
            String unit = Settings.unitOf(row.text("key"));
            if (!unit.equals(Settings.NOT_READ)) {
                inForce.add(owner.inForce("", row.text("key"), row.text("value") + unit, "SHOW CONFIG"));
            }
        }
        for (Table.Row row : databases.rows()) {
            for (String column : Settings.OF_A_DATABASE) {
                if (row.has(column) && !row.text("name").equals(OWN)) {
                    inForce.add(owner.inForce(row.text("name"), column, row.text(column), "SHOW DATABASES"));
                }
            }
        }
        return inForce;
    }

    private double setting(String key) {
        return config.rows().stream()
                .filter(row -> row.text("key").equals(key))
                .mapToDouble(row -> row.number("value"))
                .findFirst()
                .orElse(Double.NaN);
    }

    private double listed(String list) {
        return lists.rows().stream()
                .filter(row -> row.text("list").equals(list))
                .mapToDouble(row -> row.number("items"))
                .findFirst()
                .orElse(Double.NaN);
    }

    /** A column that came with a later version: what it counts is part of another one before. */
    private static double orZero(Table.Row row, String column) {
        return row.has(column) ? row.number(column) : 0;
    }

    private static Map<String, Table.Row> byColumn(Table table, String column) {
        Map<String, Table.Row> rows = new HashMap<>();
        table.rows().forEach(row -> rows.putIfAbsent(Plain.text(row.text(column)), row));
        return rows;
    }
}
