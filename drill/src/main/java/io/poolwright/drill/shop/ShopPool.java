package io.poolwright.drill.shop;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariConfigMXBean;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The shop's connection pool, and the connections that were taken from it and never given back. */
final class ShopPool implements AutoCloseable {
    private static final String HIKARI = "spring.datasource.hikari.";

    private final ShopSettings settings;
    private final MeterRegistry registry;
    private final Queue<Connection> leaked = new ConcurrentLinkedQueue<>();
    private volatile HikariDataSource source;

    private ShopPool(ShopSettings settings, MeterRegistry registry) {
        this.settings = settings;
        this.registry = registry;
        this.source = source(settings, registry);
    }

    static ShopPool open(ShopSettings settings, MeterRegistry registry) {
        return new ShopPool(settings, registry);
    }

    private static HikariDataSource source(ShopSettings settings, MeterRegistry registry) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(settings.text(HIKARI + "pool-name"));
        config.setJdbcUrl(settings.text("spring.datasource.url"));
        config.setUsername(settings.text("spring.datasource.username"));
        config.setPassword(settings.text("spring.datasource.password"));
        config.setMaximumPoolSize(settings.number(HIKARI + "maximum-pool-size"));
        config.setMinimumIdle(settings.number(HIKARI + "minimum-idle"));
        config.setConnectionTimeout(settings.number(HIKARI + "connection-timeout"));
        config.setMaxLifetime(settings.number(HIKARI + "max-lifetime"));
        config.setIdleTimeout(settings.number(HIKARI + "idle-timeout"));
        config.setInitializationFailTimeout(settings.number(HIKARI + "initialization-fail-timeout"));
        config.setDataSourceProperties(settings.driverProperties());
        config.setAutoCommit(false);
        config.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(registry));
        return new HikariDataSource(config);
    }

    Connection take() throws SQLException {
        return source.getConnection();
    }

    /** Keeps a connection that its borrower forgot. */
    void leak(Connection connection) {
        leaked.add(connection);
    }

    void releaseLeaked() throws SQLException {
        for (Connection connection = leaked.poll(); connection != null; connection = leaked.poll()) {
            connection.close();
        }
    }

    /** Both act within a second; connections in use that are too many go when they come back. */
    void resize(int max, int min) {
        HikariConfigMXBean config = source.getHikariConfigMXBean();
        // Hikari refuses a minimum above the maximum at either step.
        config.setMinimumIdle(Math.min(min, config.getMaximumPoolSize()));
        config.setMaximumPoolSize(max);
        config.setMinimumIdle(min);
        source.getHikariPoolMXBean().softEvictConnections();
    }

    /**
     * Closes the pool and opens another, configured as the file says but for these keys of it. Only a new pool takes a new
     * {@code socketTimeout}: HikariCP gives each connection the network timeout that its first one had. Whoever asks for a
     * connection between the two is refused.
     */
    synchronized void replace(Map<String, String> changed) {
        Map<String, String> values = new HashMap<>(settings.values());
        values.putAll(changed);
        source.close(); // first, for it takes its gauges along
        source = source(new ShopSettings(values), registry);
    }

    boolean full() {
        return source.getHikariPoolMXBean().getTotalConnections() >= source.getMinimumIdle();
    }

    @Override
    public void close() {
        source.close();
    }
}
