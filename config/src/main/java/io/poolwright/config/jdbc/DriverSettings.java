package io.poolwright.config.jdbc;

import io.poolwright.config.pool.Effective;
import io.poolwright.config.pool.PoolSettings;
import io.poolwright.config.pool.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What a driver makes of an address and of the properties handed to it beside the address. Times are milliseconds; zero
 * written, or nothing where nothing is the default, is {@link Effective#FOREVER}.
 *
 * <p>Sources: pgjdbc 42.7.4 {@code PGProperty} (seconds; connect 10, socket and login 0) and {@code Driver.parseURL} (the
 * address wins); Connector/J 9.1.0 (milliseconds, both 0) and {@code ConnectionUrl.collectProperties} (the properties win);
 * mariadb-java-client 3.5.1 {@code Configuration} (milliseconds; connect 30000, socket 0; the address wins).
 */
public record DriverSettings(
        DatabaseDriver driver,
        Effective connectTimeout,
        Effective socketTimeout,
        Effective loginTimeout,
        Effective tcpKeepAlive,
        Effective prepareThreshold,
        PoolSettings all) {
    private static final Set<String> PGJDBC_KEYS =
            Set.of("connectTimeout", "socketTimeout", "loginTimeout", "tcpKeepAlive", "prepareThreshold", "options");

    public DriverSettings {
        Objects.requireNonNull(driver, "driver");
    }

    /**
     * The settings in force.
     *
     * @param driver of the address, or the one whose class is loaded for it
     * @param properties handed to the driver by the pool, such as HikariCP's {@code data-source-properties}
     */
    public static DriverSettings of(DatabaseDriver driver, JdbcUrl url, List<Written> properties) {
        List<Written> order = new ArrayList<>();
        List<Written> inUrl = url.parameters().entrySet().stream()
                .map(entry -> new Written(entry.getKey(), entry.getValue(), url.origin()))
                .toList();
        order.addAll(driver == DatabaseDriver.CONNECTOR_J ? inUrl : properties);
        order.addAll(driver == DatabaseDriver.CONNECTOR_J ? properties : inUrl);
        PoolSettings all = PoolSettings.of(
                order.stream().filter(setting -> reads(driver, setting.name())).toList());
        DriverSettings settings =
                switch (driver) {
                    case PGJDBC -> pgjdbc(all);
                    case CONNECTOR_J -> mysql(driver, all, 0, "Connector/J: no limit by default");
                    case MARIADB -> mysql(driver, all, 30_000, "MariaDB Connector/J: 30000 ms by default");
                    default -> notOurs(driver, all);
                };
        return url.openEnded() ? settings.without(url) : settings;
    }

    /** What is not written may stand behind a placeholder. */
    private DriverSettings without(JdbcUrl url) {
        String missing = "what a placeholder in " + url.text() + " stands for";
        return new DriverSettings(
                driver,
                writtenOrUnknown(connectTimeout, missing),
                writtenOrUnknown(socketTimeout, missing),
                writtenOrUnknown(loginTimeout, missing),
                writtenOrUnknown(tcpKeepAlive, missing),
                writtenOrUnknown(prepareThreshold, missing),
                all);
    }

    private static Effective writtenOrUnknown(Effective setting, String missing) {
        return setting.written().isPresent() ? setting : setting.unknownFor(missing);
    }

    /** pgjdbc knows its keys by their exact letters; the others do not mind capitals; none knows dashes. */
    private static boolean reads(DatabaseDriver driver, String key) {
        boolean plain = key.indexOf('-') < 0 && key.indexOf('_') < 0;
        return driver == DatabaseDriver.PGJDBC
                ? plain && (PGJDBC_KEYS.contains(key) || PGJDBC_KEYS.stream().noneMatch(key::equalsIgnoreCase))
                : plain;
    }

    private static DriverSettings pgjdbc(PoolSettings all) {
        String source = "pgjdbc, PGProperty";
        return new DriverSettings(
                DatabaseDriver.PGJDBC,
                all.bareTime(1_000, 10_000, source, "connectTimeout").endlessAtZero(),
                all.bareTime(1_000, 0, source, "socketTimeout").endlessAtZero(),
                all.bareTime(1_000, 0, source, "loginTimeout").endlessAtZero(),
                all.flag(false, source, "tcpKeepAlive"),
                all.count(5, source, "prepareThreshold"),
                all);
    }

    private static DriverSettings mysql(DatabaseDriver driver, PoolSettings all, long connect, String source) {
        return new DriverSettings(
                driver,
                all.bareTime(1, connect, source, "connectTimeout").endlessAtZero(),
                all.bareTime(1, 0, source, "socketTimeout").endlessAtZero(),
                Effective.defaulted("loginTimeout", Effective.FOREVER, "the driver has none of its own"),
                all.flag(true, source, "tcpKeepAlive"),
                Effective.defaulted("prepareThreshold", 0, "the driver has none"),
                all);
    }

    private static DriverSettings notOurs(DatabaseDriver driver, PoolSettings all) {
        String missing = "what this driver does by default";
        Effective unknown = Effective.defaulted("connectTimeout", 0, "").unknownFor(missing);
        return new DriverSettings(
                driver,
                unknown,
                unknown.named("socketTimeout"),
                unknown.named("loginTimeout"),
                unknown.named("tcpKeepAlive"),
                unknown.named("prepareThreshold"),
                all);
    }
}
