package io.poolwright.config.haproxy;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Host and port of a {@code bind} or {@code server} address: {@code host:port}, {@code [v6]:port}, {@code v6:port} and
 * these with a family such as {@code ipv4@} before. A socket of the file system has neither. Source: HAProxy configuration
 * manual 2.6, 4.2 "bind" and 5.2.
 */
public final class HaproxyAddress {
    private static final Pattern FAMILY = Pattern.compile("^(?:ipv4|ipv6|udp|udp4|udp6|tcp|tcp4|tcp6)@");
    private static final Pattern NONE =
            Pattern.compile("^(?:/|unix@|abns@|abnsz@|fd@|sockpair@|rhttp@|rev@|quic[46]@).*");
    private static final Pattern WITH_PORT = Pattern.compile("(.*):([+-]?)(\\d{1,5})(?:-\\d{1,5})?");

    private HaproxyAddress() {}

    /** The host; empty for a socket of the file system and where only a port is written. */
    public static Optional<String> host(String address) {
        if (NONE.matcher(address).matches()) {
            return Optional.empty();
        }
        String plain = FAMILY.matcher(address).replaceFirst("");
        Matcher port = WITH_PORT.matcher(plain);
        String host =
                port.matches() ? port.group(1) : plain.endsWith(":") ? plain.substring(0, plain.length() - 1) : plain;
        String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        return bare.isEmpty() || bare.equals("*") ? Optional.empty() : Optional.of(bare);
    }

    /** The port, when it is written as a number and is no offset to the client's. */
    public static Optional<Integer> port(String address) {
        Matcher port = WITH_PORT.matcher(address);
        if (NONE.matcher(address).matches() || !port.matches() || !port.group(2).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Integer.parseInt(port.group(3)));
    }
}
