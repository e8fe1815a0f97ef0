package io.poolwright.telemetry.wire;

import io.poolwright.telemetry.http.TargetPolicy;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.util.Objects;

/** Who is at the other end of a socket: a file in the file system, or a host and a port. */
public sealed interface Peer {
    /** The address as of now; a host's name is looked up each time, for it may have moved, and judged like a page's. */
    SocketAddress address() throws IOException;

    /** A Unix socket. */
    static Peer unix(Path path) {
        return new Unix(path);
    }

    static Peer tcp(String host, int port) {
        return new Tcp(host, port);
    }

    /** {@code /run/some.sock}, {@code unix:/run/some.sock}, {@code host:port} or {@code [v6]:port}. */
    static Peer parse(String text) {
        String path = text.startsWith("unix:") ? text.substring("unix:".length()) : text;
        if (path.startsWith("/")) {
            return new Unix(Path.of(path));
        }
        int colon = text.lastIndexOf(':');
        String host = colon < 1 ? "" : text.substring(0, colon);
        String port = text.substring(colon + 1);
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        boolean digits = !port.isEmpty() && port.length() <= 5 && port.chars().allMatch(c -> c >= '0' && c <= '9');
        if (host.isEmpty() || !digits || Integer.parseInt(port) > 65535 || (host.contains(":") && !bracketed)) {
            throw new IllegalArgumentException(
                    "found '%s'; accepted: a Unix socket's path or host:port; write: /run/haproxy/admin.sock or 10.0.0.5:9999"
                            .formatted(text));
        }
        return new Tcp(bracketed ? host.substring(1, host.length() - 1) : host, Integer.parseInt(port));
    }

    /** A socket in the file system. */
    record Unix(Path path) implements Peer {
        public Unix {
            Objects.requireNonNull(path, "path");
        }

        @Override
        public SocketAddress address() {
            return UnixDomainSocketAddress.of(path);
        }

        @Override
        public String toString() {
            return path.toString();
        }
    }

    /** A host and a port. */
    record Tcp(String host, int port) implements Peer {
        public Tcp {
            Objects.requireNonNull(host, "host");
        }

        @Override
        public SocketAddress address() throws IOException {
            return new InetSocketAddress(TargetPolicy.WRITTEN_DOWN.resolve(host), port);
        }

        @Override
        public String toString() {
            return host.indexOf(':') < 0 ? host + ":" + port : "[" + host + "]:" + port;
        }
    }
}
