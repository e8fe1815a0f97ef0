package io.poolwright.config.pool;

import static io.poolwright.config.pool.EffectivePool.named;

/**
 * c3p0, under its own names and under Hibernate's ({@code hibernate.c3p0.max_size}).
 *
 * <p>Source: {@code C3P0Defaults} of c3p0 0.10.1; Hibernate's {@code C3P0Settings}. Bare numbers are seconds, except
 * {@code checkoutTimeout} in milliseconds; zero is no limit.
 */
final class C3p0Pool {
    private static final String SOURCE = "c3p0, C3P0Defaults";
    private static final long SECOND = 1_000;

    private C3p0Pool() {}

    static EffectivePool of(PoolSettings settings) {
        Effective idle =
                settings.bareTime(SECOND, 0, SOURCE, "maxIdleTime", "timeout").endlessAtZero();
        return new EffectivePool(
                PoolProduct.C3P0,
                settings.count(15, SOURCE, "maxPoolSize", "max_size"),
                settings.count(3, SOURCE, "minPoolSize", "min_size"),
                settings.bareTime(1, 0, SOURCE, "checkoutTimeout").endlessAtZero(),
                settings.bareTime(SECOND, 0, SOURCE, "maxConnectionAge", "max_connection_age")
                        .endlessAtZero(),
                idle,
                named(
                        settings.bareTime(SECOND, 0, SOURCE, "idleConnectionTestPeriod", "idle_test_period"),
                        settings.flag(false, SOURCE, "testConnectionOnCheckout", "validate"),
                        settings.flag(false, SOURCE, "testConnectionOnCheckin"),
                        settings.bareTime(SECOND, 0, SOURCE, "unreturnedConnectionTimeout")));
    }
}
