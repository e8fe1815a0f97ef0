package io.poolwright.model.live;

import java.util.Comparator;
import java.util.Objects;

/**
 * Which pool: anything with a limit that requests pass through or wait for.
 *
 * @param service the service that it belongs to, as the team calls it
 * @param instance which copy of the service, such as {@code host:port}; empty text for the only one
 * @param tier where on the way of a request
 * @param name its own name, such as {@code HikariPool-1} or {@code shop/shop-1}; unique within the instance and tier
 */
public record PoolId(String service, String instance, Tier tier, String name) implements Comparable<PoolId> {
    private static final Comparator<PoolId> ORDER = Comparator.comparing(PoolId::service)
            .thenComparing(PoolId::tier)
            .thenComparing(PoolId::name)
            .thenComparing(PoolId::instance);

    public PoolId {
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(instance, "instance");
        Objects.requireNonNull(tier, "tier");
        Objects.requireNonNull(name, "name");
    }

    /** By service, then in request order. */
    @Override
    public int compareTo(PoolId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return service + "/" + (instance.isEmpty() ? "" : instance + "/") + tier.id() + "/" + name;
    }
}
