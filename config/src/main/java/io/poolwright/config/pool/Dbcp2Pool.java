package io.poolwright.config.pool;

import static io.poolwright.config.pool.EffectivePool.named;

/**
 * Commons DBCP 2, as a library and as Tomcat's own copy of it.
 *
 * <p>Source: {@code BasicDataSource} and {@code BasicDataSourceFactory} of commons-dbcp2 2.13.0. Bare numbers are
 * milliseconds; a negative wait never ends. The {@code maxActive} and {@code maxWait} of DBCP 1 are not read by the factory.
 */
final class Dbcp2Pool {
    private static final String SOURCE = "commons-dbcp2, BasicDataSource";

    private Dbcp2Pool() {}

    static EffectivePool of(PoolSettings settings) {
        Effective max = settings.count(8, SOURCE, "maxTotal");
        return new EffectivePool(
                PoolProduct.DBCP2,
                max.known() && max.value().getAsLong() < 0
                        ? max.replaced(Effective.FOREVER, "a negative maxTotal is no limit")
                        : max,
                settings.count(0, SOURCE, "minIdle"),
                endlessBelowZero(settings.time(1, -1, SOURCE, "maxWaitMillis", "maxWaitDuration")),
                settings.time(1, -1, SOURCE, "maxConnLifetimeMillis", "maxConnDuration", "maxConn")
                        .endlessAtZero(),
                settings.time(
                                1,
                                1_800_000,
                                SOURCE,
                                "minEvictableIdleTimeMillis",
                                "minEvictableIdleDuration",
                                "minEvictableIdle")
                        .endlessAtZero(),
                named(
                        settings.count(8, SOURCE, "maxIdle"),
                        settings.flag(true, SOURCE, "testOnBorrow"),
                        settings.flag(false, SOURCE, "testWhileIdle"),
                        settings.time(1, -1, SOURCE, "timeBetweenEvictionRunsMillis", "durationBetweenEvictionRuns")));
    }

    /** Zero does not wait at all here; only less than zero waits for ever. */
    private static Effective endlessBelowZero(Effective wait) {
        return wait.is(0) ? wait : wait.endlessAtZero();
    }
}
