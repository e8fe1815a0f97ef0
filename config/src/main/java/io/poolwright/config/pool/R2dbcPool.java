package io.poolwright.config.pool;

import static io.poolwright.config.pool.EffectivePool.named;

/**
 * The R2DBC pool, from {@code spring.r2dbc.pool.*} or from the options of an {@code r2dbc:pool:} URL.
 *
 * <p>Source: {@code ConnectionPoolConfiguration} of r2dbc-pool 1.0.1. A negative time is no limit, and both the wait and the
 * lifetime are negative when not written. A bare number is milliseconds, as Spring reads it.
 */
final class R2dbcPool {
    private static final String SOURCE = "r2dbc-pool, ConnectionPoolConfiguration";

    private R2dbcPool() {}

    static EffectivePool of(PoolSettings settings) {
        return new EffectivePool(
                PoolProduct.R2DBC_POOL,
                settings.count(10, SOURCE, "maxSize"),
                settings.count(0, SOURCE, "minIdle"),
                endlessBelowZero(settings.time(1, -1, SOURCE, "maxAcquireTime")),
                endlessBelowZero(settings.time(1, -1, SOURCE, "maxLifeTime")),
                endlessBelowZero(settings.time(1, 1_800_000, SOURCE, "maxIdleTime")),
                named(
                        settings.count(1, SOURCE, "acquireRetry"),
                        endlessBelowZero(settings.time(1, -1, SOURCE, "maxCreateConnectionTime"))));
    }

    private static Effective endlessBelowZero(Effective time) {
        return time.is(0) ? time : time.endlessAtZero();
    }
}
