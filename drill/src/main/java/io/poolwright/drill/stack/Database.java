package io.poolwright.drill.stack;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * A PostgreSQL server that the stack's shop may fill, and that its faults may disturb.
 *
 * @param host where it listens
 * @param port TCP port it listens on
 * @param superuser a role that may do anything
 * @param password that role's password
 */
public record Database(String host, int port, String superuser, String password) {

    /** Address of one of its databases. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://%s:%d/%s".formatted(host, port, database);
    }

    /** A new session as the superuser, named so in {@code pg_stat_activity}. */
    public Connection connect(String database, String applicationName) throws SQLException {
        return connect(database, superuser, password, applicationName);
    }

    Connection connect(String database, String user, String secret, String applicationName) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", secret);
        properties.setProperty("ApplicationName", applicationName);
        properties.setProperty("connectTimeout", "5");
        return DriverManager.getConnection(jdbcUrl(database), properties);
    }
}
