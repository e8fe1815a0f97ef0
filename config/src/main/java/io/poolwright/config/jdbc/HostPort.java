package io.poolwright.config.jdbc;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * One server in an address.
 *
 * @param host as written, without brackets; a placeholder stays as it is, see {@link #known()}
 * @param port written or the driver's default; empty when it is a placeholder or no number
 */
public record HostPort(String host, OptionalInt port) {
    public HostPort {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(port, "port");
    }

    /** Whether the host is a name or a number, not a placeholder. */
    public boolean known() {
        return !io.poolwright.config.pool.Placeholder.in(host);
    }

    @Override
    public String toString() {
        return host + (port.isPresent() ? ":" + port.getAsInt() : "");
    }
}
