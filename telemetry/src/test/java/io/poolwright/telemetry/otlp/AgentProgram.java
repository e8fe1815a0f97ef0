package io.poolwright.telemetry.otlp;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.poolwright.telemetry.dialect.FakeDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

/** A program with a pool and nothing of ours in it, for OpenTelemetry's agent to look at. Ends by itself. */
final class AgentProgram {
    private AgentProgram() {}

    public static void main(String[] arguments) throws SQLException, InterruptedException {
        HikariConfig config = new HikariConfig();
        config.setPoolName("orders");
        config.setDataSource(FakeDatabase.dataSource());
        config.setMaximumPoolSize(3);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(250);
        try (HikariDataSource pool = new HikariDataSource(config);
                Connection one = pool.getConnection();
                Connection two = pool.getConnection()) {
            for (int second = 0; second < 40; second++) {
                pool.getConnection().close();
                TimeUnit.SECONDS.sleep(1);
            }
            System.out.println(one + " " + two);
        }
    }
}
