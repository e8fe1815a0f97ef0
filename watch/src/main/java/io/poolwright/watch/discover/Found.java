package io.poolwright.watch.discover;

import io.poolwright.model.Origin;
import io.poolwright.watch.targets.TargetKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A target that the configuration tells of.
 *
 * @param name proposed for it; made unique when it is written
 * @param kind what it is
 * @param service whose
 * @param address where
 * @param options the other keys of the target, in the order in which they are written
 * @param origin the line that tells of it
 */
public record Found(
        String name, TargetKind kind, String service, String address, Map<String, String> options, Origin origin) {
    public Found {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(origin, "origin");
        options = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    static Found of(String name, TargetKind kind, String service, String address, Origin origin) {
        return new Found(name, kind, service, address, Map.of(), origin);
    }

    Found with(String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(options);
        more.put(key, value);
        return new Found(name, kind, service, address, more, origin);
    }

    Found named(String other) {
        return new Found(other, kind, service, address, options, origin);
    }
}
