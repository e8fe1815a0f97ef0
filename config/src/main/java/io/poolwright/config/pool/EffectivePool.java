package io.poolwright.config.pool;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A pool as its product will run it, in the terms that all pools share. Times are milliseconds; no limit is
 * {@link Effective#FOREVER}.
 *
 * @param product whose words these are
 * @param maxSize most connections open at once
 * @param minIdle connections kept when nobody needs them
 * @param acquireTimeout longest a borrower waits for a connection
 * @param maxLifetime oldest a connection gets
 * @param idleTimeout longest a connection above the minimum stays idle
 * @param more the product's own settings, by its own key
 */
public record EffectivePool(
        PoolProduct product,
        Effective maxSize,
        Effective minIdle,
        Effective acquireTimeout,
        Effective maxLifetime,
        Effective idleTimeout,
        Map<String, Effective> more) {
    public EffectivePool {
        Objects.requireNonNull(product, "product");
        more = Map.copyOf(more);
    }

    /** One of the product's own settings. */
    public Effective more(String name) {
        Effective setting = more.get(name);
        if (setting == null) {
            throw new IllegalArgumentException("%s has no setting '%s' here".formatted(product, name));
        }
        return setting;
    }

    /** A product's settings together with those that all pools share; they go by their own names. */
    static Map<String, Effective> named(Effective... settings) {
        return List.of(settings).stream()
                .collect(java.util.stream.Collectors.toUnmodifiableMap(Effective::name, setting -> setting));
    }

    /** The shared view of a HikariCP pool. */
    public static EffectivePool of(EffectiveHikari hikari) {
        return new EffectivePool(
                PoolProduct.HIKARI,
                hikari.maximumPoolSize(),
                hikari.minimumIdle(),
                hikari.connectionTimeout(),
                hikari.maxLifetime().endlessAtZero(),
                hikari.idleTimeout().endlessAtZero(),
                named(hikari.keepaliveTime(), hikari.validationTimeout(), hikari.leakDetectionThreshold()));
    }

    /**
     * A pool of any product.
     *
     * @param version of the product, where its defaults changed; empty when it is not known
     */
    public static EffectivePool of(PoolProduct product, PoolSettings settings, Optional<String> version) {
        return switch (product) {
            case HIKARI -> of(EffectiveHikari.of(settings, version.flatMap(HikariVersion::of)));
            case TOMCAT_JDBC -> TomcatJdbcPool.of(settings);
            case DBCP2 -> Dbcp2Pool.of(settings);
            case C3P0 -> C3p0Pool.of(settings);
            case DRUID -> DruidPool.of(settings);
            case AGROAL -> AgroalPool.of(settings);
            case QUARKUS -> QuarkusPool.of(settings, version);
            case VIBUR -> ViburPool.of(settings, version);
            case R2DBC_POOL -> R2dbcPool.of(settings);
            case MARIADB_POOL -> MariadbPool.of(settings);
        };
    }
}
