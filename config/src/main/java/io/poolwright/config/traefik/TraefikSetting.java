package io.poolwright.config.traefik;

import io.poolwright.model.Origin;
import java.util.Objects;

/**
 * One setting of Traefik, wherever it was written.
 *
 * @param key in lower case with dots, such as {@code serverstransport.forwardingtimeouts.idleconntimeout}; the items of a
 *     list are called {@code [0]}, {@code [1]}
 * @param value as written
 */
public record TraefikSetting(String key, String value, Origin origin) {
    public TraefikSetting {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(origin, "origin");
    }
}
