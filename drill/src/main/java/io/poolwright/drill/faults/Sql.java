package io.poolwright.drill.faults;

import io.poolwright.drill.RunningStack;
import io.poolwright.drill.stack.StackFailedException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Statements that a fault runs as the superuser. */
final class Sql {
    private Sql() {}

    /** Over the session that was opened before the drill. */
    static void run(RunningStack stack, String sql) {
        try (Statement statement = stack.superuser().createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new StackFailedException("the database refused '%s': %s".formatted(sql, e.getMessage()), e);
        }
    }

    /** Over a session of its own, and has the server read its settings again: whoever set one may be gone. */
    static void system(RunningStack stack, String sql) {
        try (Connection connection = stack.freshSession();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            statement.execute("SELECT pg_reload_conf()");
        } catch (SQLException e) {
            throw new StackFailedException("the database refused '%s': %s".formatted(sql, e.getMessage()), e);
        }
    }
}
