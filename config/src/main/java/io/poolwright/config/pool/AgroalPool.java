package io.poolwright.config.pool;

import static io.poolwright.config.pool.EffectivePool.named;

/**
 * Agroal by itself, as its properties reader sees it ({@code acquisitionTimeout_s} and so on).
 *
 * <p>Source: {@code AgroalConnectionPoolConfigurationSupplier} and {@code AgroalPropertiesReader} of agroal-api 2.5: every
 * time is zero when not written, and zero is no limit. A bare {@code acquisitionTimeout} is read as ISO 8601.
 */
final class AgroalPool {
    private static final String SOURCE = "agroal-api, AgroalConnectionPoolConfigurationSupplier";

    private AgroalPool() {}

    static EffectivePool of(PoolSettings settings) {
        return new EffectivePool(
                PoolProduct.AGROAL,
                settings.count(Integer.MAX_VALUE, SOURCE, "maxSize"),
                settings.count(0, SOURCE, "minSize"),
                time(settings, "acquisitionTimeout").endlessAtZero(),
                time(settings, "maxLifetime").endlessAtZero(),
                time(settings, "reapTimeout").endlessAtZero(),
                named(
                        time(settings, "idleValidation"),
                        time(settings, "leakTimeout"),
                        settings.flag(false, SOURCE, "validateOnBorrow")));
    }

    private static Effective time(PoolSettings settings, String name) {
        if (settings.find(name + "_s").isPresent()) {
            return settings.bareTime(1_000, 0, SOURCE, name + "_s").named(name);
        }
        if (settings.find(name + "_m").isPresent()) {
            return settings.bareTime(60_000, 0, SOURCE, name + "_m").named(name);
        }
        if (settings.find(name + "_ms").isPresent()) {
            return settings.bareTime(1, 0, SOURCE, name + "_ms").named(name);
        }
        return settings.time(1_000, 0, SOURCE, name);
    }
}
