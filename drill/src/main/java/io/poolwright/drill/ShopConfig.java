package io.poolwright.drill;

import io.poolwright.drill.stack.PropertiesFile;

/** The {@code application.properties} that a healthy instance starts with. */
final class ShopConfig {
    static final String VERSION = "application.version";
    static final String FIRST_VERSION = "1.0.0";

    private ShopConfig() {}

    /**
     * As a person would have written it.
     *
     * @param port TCP port for customers
     * @param managementPort TCP port for metrics and health
     */
    static PropertiesFile of(String name, int port, int managementPort, String jdbcUrl, String user, String password) {
        return new PropertiesFile("""
                # The shop, instance %1$s
                spring.application.name=shop
                application.version=%2$s
                server.port=%3$d
                management.server.port=%4$d

                # Database
                spring.datasource.url=%5$s
                spring.datasource.username=%6$s
                spring.datasource.password=%7$s

                # Connection pool (HikariCP; times in ms)
                spring.datasource.hikari.pool-name=shop
                spring.datasource.hikari.maximum-pool-size=20
                spring.datasource.hikari.minimum-idle=20
                # How long a request waits for a free connection.
                spring.datasource.hikari.connection-timeout=3000
                spring.datasource.hikari.max-lifetime=1800000
                spring.datasource.hikari.idle-timeout=600000
                spring.datasource.hikari.initialization-fail-timeout=-1

                # JDBC driver (pgjdbc; times in s)
                spring.datasource.hikari.data-source-properties.ApplicationName=%1$s
                spring.datasource.hikari.data-source-properties.connectTimeout=5
                # How long the driver waits for the database to answer one query.
                spring.datasource.hikari.data-source-properties.socketTimeout=30

                # Checkout: how often a transaction is tried in all, and over how many connections
                shop.checkout.attempts=7
                shop.checkout.acquires=1
                """.formatted(name, FIRST_VERSION, port, managementPort, jdbcUrl, user, password)
                .lines()
                .toList());
    }
}
