package io.poolwright.model;

import java.util.Objects;

/**
 * A setting that somebody wrote down, in the product's own words. A setting that is not in a list was not declared.
 *
 * @param owner whose setting it is: an instance ({@code shop-1}) or the balancer ({@code haproxy})
 * @param name the product's full name for it, such as {@code spring.datasource.hikari.maximum-pool-size}
 * @param value as written, unit included when one was written
 * @param origin where it is written
 */
public record DeclaredSetting(String owner, String name, String value, Origin origin) {
    public DeclaredSetting {
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(origin, "origin");
    }
}
