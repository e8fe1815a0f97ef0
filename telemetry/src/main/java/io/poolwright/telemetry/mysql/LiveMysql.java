package io.poolwright.telemetry.mysql;

import io.poolwright.model.Answer;
import io.poolwright.model.live.Seen;
import io.poolwright.telemetry.Bounded;
import io.poolwright.telemetry.Collector;
import io.poolwright.telemetry.Owner;
import io.poolwright.telemetry.Plain;
import io.poolwright.telemetry.jdbc.JdbcSession;
import io.poolwright.telemetry.jdbc.Table;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.function.Supplier;

/**
 * The client connections of one MySQL or MariaDB, and its settings in force, over one connection that is opened before
 * trouble starts and kept. Any account will do: {@code SHOW GLOBAL STATUS} needs no privilege.
 */
public final class LiveMysql implements Collector<Seen>, AutoCloseable {
    /** Ends a look at a server that hangs (ms). */
    private static final String DRIVER_MILLIS = "2000";

    private static final int MOST_ROWS = 100;

    private final Bounded<Seen> bounded;

    private LiveMysql(Bounded<Seen> bounded) {
        this.bounded = bounded;
    }

    /**
     * Connects with the first look.
     *
     * @param url {@code jdbc:mariadb://host:port/} or {@code jdbc:mysql://host:port/}
     * @param user account to connect as
     * @param password where its password comes from, asked at each connection; empty text when none is needed
     * @param deadline longest a look takes
     */
    public static LiveMysql of(Owner owner, String url, String user, Supplier<String> password, Duration deadline) {
        String name = "mysql " + Plain.jdbc(url);
        String dialect = url.startsWith("jdbc:mysql:") ? "jdbc:mariadb:" + url.substring("jdbc:mysql:".length()) : url;
        ServerStatus status = new ServerStatus(owner);
        JdbcSession<Seen> session = new JdbcSession<>(
                name, () -> open(dialect, user, password.get()), server -> look(server, status), List.of(url, dialect));
        return new LiveMysql(new Bounded<>(name, session, session, Clock.systemUTC(), deadline));
    }

    @Override
    public Answer<Seen> collect() {
        return bounded.collect();
    }

    @Override
    public void close() {
        bounded.close();
    }

    private static Connection open(String url, String user, String password) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", DRIVER_MILLIS);
        properties.setProperty("socketTimeout", DRIVER_MILLIS);
        // A server may ask its client for any of the client's files; this one has none to give.
        properties.setProperty("allowLocalInfile", "false");
        Connection connection = DriverManager.getConnection(url, properties);
        try {
            connection.setReadOnly(true);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static Seen look(Connection server, ServerStatus status) throws SQLException {
        return status.seen(
                Table.of(server, ServerStatus.STATUS, MOST_ROWS, 0),
                Table.of(server, ServerStatus.VARIABLES, MOST_ROWS, 0));
    }
}
