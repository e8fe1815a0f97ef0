package io.poolwright.drill;

import io.poolwright.drill.stack.Database;
import io.poolwright.drill.stack.StackFailedException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The server-wide settings that drills and first aid change by {@code ALTER SYSTEM}, which outlives every session. */
final class SystemSettings {
    private static final List<String> TOUCHED = List.of("idle_session_timeout", "client_connection_check_interval");

    private SystemSettings() {}

    /** A server on which one of them is set already would spoil the drill, and may be somebody's: it is refused. */
    static void refuseLeftovers(Database database) throws SQLException {
        try (Connection connection = database.connect("postgres", "poolwright-start");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT name FROM pg_file_settings WHERE sourcefile LIKE '%postgresql.auto.conf'")) {
            while (rows.next()) {
                String name = rows.getString(1);
                if (TOUCHED.contains(name)) {
                    throw new StackFailedException(
                            "the server has '%s' set by ALTER SYSTEM; a drill needs it unset; write: ALTER SYSTEM RESET %s"
                                    .formatted(name, name));
                }
            }
        }
    }

    /** Unsets them all, over a session of its own: the one that set them may be dead. */
    static void reset(Database database) throws SQLException {
        try (Connection connection = database.connect("postgres", "poolwright-reset");
                Statement statement = connection.createStatement()) {
            for (String name : TOUCHED) {
                statement.execute("ALTER SYSTEM RESET " + name);
            }
            statement.execute("SELECT pg_reload_conf()");
        }
    }
}
