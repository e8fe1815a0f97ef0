package io.poolwright.drill.faults;

import io.poolwright.drill.RunningStack;
import io.poolwright.drill.stack.StackFailedException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Statements that a fault runs as the superuser. */
final class Sql {
    private static final String RELOAD = "SELECT pg_reload_conf()";
    private static final String TOO_MANY_CONNECTIONS = "53300"; // PostgreSQL manual, appendix A

    private Sql() {}

    /** Over the session that was opened before the drill. */
    static void run(RunningStack stack, String sql) {
        try {
            execute(stack.superuser(), sql);
        } catch (SQLException e) {
            throw refused(sql, e);
        }
    }

    /**
     * Has the server read its settings again as well. Over a session of its own, for whoever set one may be gone; where
     * the database takes no more sessions, over the one that it has taken already.
     */
    static void system(RunningStack stack, String sql) {
        try (Connection connection = stack.freshSession()) {
            execute(connection, sql);
            execute(connection, RELOAD);
        } catch (SQLException e) {
            if (!TOO_MANY_CONNECTIONS.equals(e.getSQLState())) {
                throw refused(sql, e);
            }
            run(stack, sql);
            run(stack, RELOAD);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static StackFailedException refused(String sql, SQLException e) {
        return new StackFailedException("the database refused '%s': %s".formatted(sql, e.getMessage()), e);
    }
}
