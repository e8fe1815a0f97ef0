package io.poolwright.config.pool;

import static io.poolwright.config.pool.EffectivePool.named;

/**
 * Tomcat's JDBC pool ({@code org.apache.tomcat.jdbc.pool}).
 *
 * <p>Source: {@code PoolProperties} and {@code ConnectionPool.checkPoolConfiguration} of tomcat-jdbc 10.1.34. Bare
 * numbers: milliseconds, except {@code removeAbandonedTimeout} in seconds. {@code maxWait} of zero or less waits for ever.
 */
final class TomcatJdbcPool {
    private static final String SOURCE = "tomcat-jdbc, PoolProperties";

    private TomcatJdbcPool() {}

    static EffectivePool of(PoolSettings settings) {
        Effective max = settings.count(100, SOURCE, "maxActive");
        if (max.known() && max.value().getAsLong() < 1) {
            max = max.replaced(100, "maxActive is smaller than 1, setting maxActive to: 100");
        }
        return new EffectivePool(
                PoolProduct.TOMCAT_JDBC,
                max,
                atMost(settings.count(10, SOURCE, "minIdle"), max),
                settings.bareTime(1, 30_000, SOURCE, "maxWait").endlessAtZero(),
                settings.bareTime(1, 0, SOURCE, "maxAge").endlessAtZero(),
                settings.bareTime(1, 60_000, SOURCE, "minEvictableIdleTimeMillis")
                        .endlessAtZero(),
                named(
                        settings.flag(false, SOURCE, "testOnBorrow"),
                        settings.flag(false, SOURCE, "testOnReturn"),
                        settings.flag(false, SOURCE, "testOnConnect"),
                        settings.flag(false, SOURCE, "testWhileIdle"),
                        settings.bareTime(1, 5_000, SOURCE, "timeBetweenEvictionRunsMillis"),
                        settings.bareTime(1, 3_000, SOURCE, "validationInterval"),
                        settings.flag(false, SOURCE, "removeAbandoned"),
                        settings.bareTime(1_000, 60_000, SOURCE, "removeAbandonedTimeout")));
    }

    private static Effective atMost(Effective minIdle, Effective max) {
        if (!minIdle.known() || !max.known()) {
            return minIdle;
        }
        long cap = max.value().getAsLong();
        return minIdle.value().getAsLong() > cap
                ? minIdle.replaced(cap, "minIdle is larger than maxActive, setting minIdle to: " + cap)
                : minIdle;
    }
}
