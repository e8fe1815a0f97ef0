package io.poolwright.telemetry.jmx;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.SQLException;

/** A program with a pool of two that are both lent out, and a third caller who waits; it ends with its standard input. */
public final class PooledApplication {
    private PooledApplication() {}

    public static void main(String[] arguments) throws ClassNotFoundException, SQLException, IOException {
        Class.forName(FakeDriver.class.getName());
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(FakeDriver.URL);
        config.setPassword("sesame");
        config.setPoolName("orders");
        config.setMaximumPoolSize(2);
        config.setConnectionTimeout(60_000);
        config.setRegisterMbeans(Boolean.parseBoolean(arguments[0]));
        HikariDataSource pool = new HikariDataSource(config);
        pool.getConnection();
        pool.getConnection();
        Thread third = new Thread(() -> {
            try {
                pool.getConnection();
            } catch (SQLException e) {
                return; // the test is over
            }
        });
        third.setDaemon(true);
        third.start();
        while (System.in.read() >= 0) {
            continue;
        }
    }
}
