package io.poolwright.telemetry.postgres;

import io.poolwright.model.Answer;
import io.poolwright.model.ClientBackends;
import io.poolwright.model.DatabaseCounters;
import io.poolwright.model.DatabaseSample;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The three results of {@link LookQuery#SQL}, as a sample. */
final class LookResult {
    private LookResult() {}

    static Answer<DatabaseSample> read(PreparedStatement look, String database) throws SQLException {
        look.execute();
        Map<String, String> settings = settings(look.getResultSet());
        int maxConnections = taken(settings, "max_connections");
        // reserved_connections came with PostgreSQL 16; before it there is no such reserve.
        int reserved = taken(settings, "superuser_reserved_connections")
                + (settings.containsKey("reserved_connections") ? taken(settings, "reserved_connections") : 0);

        look.getMoreResults();
        ResultSet row = look.getResultSet();
        if (!row.next()) {
            return Answer.silent("postgresql: there is no database '%s'".formatted(database));
        }
        if (!row.getBoolean("sees_all")) {
            return Answer.silent("postgresql: the role may not see other sessions; grant it pg_monitor");
        }
        DatabaseCounters counters = counters(row);

        look.getMoreResults();
        return Answer.of(
                new DatabaseSample(maxConnections, reserved, clients(look.getResultSet()), counters, settings));
    }

    private static Map<String, String> settings(ResultSet row) throws SQLException {
        Map<String, String> settings = new HashMap<>();
        while (row.next()) {
            settings.put(row.getString("name"), row.getString("value") + row.getString("unit"));
        }
        return settings;
    }

    private static int taken(Map<String, String> settings, String name) throws SQLException {
        String value = settings.remove(name);
        if (value == null) {
            throw new SQLException("pg_settings has no " + name);
        }
        return Integer.parseInt(value);
    }

    private static DatabaseCounters counters(ResultSet row) throws SQLException {
        return new DatabaseCounters(
                row.getLong("xact_commit"),
                row.getLong("xact_rollback"),
                row.getLong("tup_returned"),
                row.getLong("sessions"),
                row.getLong("sessions_abandoned"),
                row.getLong("sessions_fatal"),
                row.getLong("sessions_killed"));
    }

    private static List<ClientBackends> clients(ResultSet row) throws SQLException {
        List<ClientBackends> clients = new ArrayList<>();
        while (row.next()) {
            Array ages = row.getArray("ages");
            clients.add(new ClientBackends(
                    row.getString("application"),
                    row.getInt("active"),
                    row.getInt("on_cpu"),
                    row.getInt("on_lock"),
                    row.getInt("idle"),
                    row.getInt("idle_in_transaction"),
                    ages == null ? List.of() : List.of((Double[]) ages.getArray())));
        }
        return clients;
    }
}
