package io.poolwright.config.pool;

import static io.poolwright.config.pool.EffectivePool.named;

/**
 * Alibaba's Druid.
 *
 * <p>Source: {@code DruidAbstractDataSource} of druid 1.2.23. Bare numbers are milliseconds; a {@code maxWait} of zero or
 * less waits for ever, a {@code phyTimeoutMillis} of zero or less never ends a connection.
 */
final class DruidPool {
    private static final String SOURCE = "druid, DruidAbstractDataSource";

    private DruidPool() {}

    static EffectivePool of(PoolSettings settings) {
        return new EffectivePool(
                PoolProduct.DRUID,
                settings.count(8, SOURCE, "maxActive"),
                settings.count(0, SOURCE, "minIdle"),
                settings.bareTime(1, -1, SOURCE, "maxWait").endlessAtZero(),
                settings.bareTime(1, -1, SOURCE, "phyTimeoutMillis").endlessAtZero(),
                settings.bareTime(1, 25_200_000, SOURCE, "maxEvictableIdleTimeMillis"),
                named(
                        settings.bareTime(1, 1_800_000, SOURCE, "minEvictableIdleTimeMillis"),
                        settings.bareTime(1, 60_000, SOURCE, "timeBetweenEvictionRunsMillis"),
                        settings.flag(false, SOURCE, "keepAlive"),
                        settings.bareTime(1, 120_000, SOURCE, "keepAliveBetweenTimeMillis"),
                        settings.flag(true, SOURCE, "testWhileIdle"),
                        settings.flag(false, SOURCE, "testOnBorrow")));
    }
}
