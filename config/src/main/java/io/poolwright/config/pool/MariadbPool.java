package io.poolwright.config.pool;

import static io.poolwright.config.pool.EffectivePool.named;

/**
 * The pool inside MariaDB's driver, from the options of its URL. A borrower waits for {@code connectTimeout}.
 *
 * <p>Source: {@code Configuration} and {@code Pool} of mariadb-java-client 3.5.1. {@code maxIdleTime} is seconds, and what
 * applies when it is not written differs between versions.
 */
final class MariadbPool {
    private static final String SOURCE = "mariadb-java-client, Configuration";

    private MariadbPool() {}

    static EffectivePool of(PoolSettings settings) {
        Effective max = settings.count(8, SOURCE, "maxPoolSize");
        Effective min = settings.count(8, SOURCE, "minPoolSize");
        Effective idle = settings.bareTime(1_000, 0, SOURCE, "maxIdleTime");
        return new EffectivePool(
                PoolProduct.MARIADB_POOL,
                max,
                min.written().isPresent() || !max.known()
                        ? min
                        : Effective.defaulted("minPoolSize", max.value().getAsLong(), "as maxPoolSize"),
                settings.bareTime(1, 30_000, SOURCE, "connectTimeout").endlessAtZero(),
                Effective.defaulted("maxLifetime", Effective.FOREVER, "this pool has none"),
                idle.written().isPresent() ? idle : idle.unknownFor("the version of MariaDB's driver"),
                named(settings.bareTime(1, 1_000, SOURCE, "poolValidMinDelay")));
    }
}
