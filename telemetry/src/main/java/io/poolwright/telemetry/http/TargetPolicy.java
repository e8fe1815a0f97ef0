package io.poolwright.telemetry.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which addresses may be asked at all. A name is resolved once for each fetch, every address that it has is judged, and
 * the connection is made to that very address, so that a name cannot lead elsewhere a moment later.
 *
 * <p>Link-local, metadata, multicast, reserved and unspecified addresses never may. This machine and the own network may
 * where an administrator wrote the target down.
 */
public final class TargetPolicy {
    /** For targets that an administrator wrote down: also this machine and the own network. */
    public static final TargetPolicy WRITTEN_DOWN = new TargetPolicy(true, true);

    /** For addresses that came from elsewhere: the public Internet only. */
    public static final TargetPolicy PUBLIC_ONLY = new TargetPolicy(false, false);

    private static final Set<String> METADATA = Set.of(
            "metadata.google.internal", "metadata.goog", "metadata", "instance-data", "instance-data.ec2.internal");
    private static final Pattern DOTTED =
            Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern NUMBERS = Pattern.compile("(?i)(0x[0-9a-f]*|[0-9]+)(\\.(0x[0-9a-f]*|[0-9]+))*\\.?");

    private final boolean loopback;
    private final boolean privateNetworks;
    private final Names names;

    /**
     * @param loopback whether this machine may be asked
     * @param privateNetworks whether the own network may be asked
     */
    public TargetPolicy(boolean loopback, boolean privateNetworks) {
        this(loopback, privateNetworks, InetAddress::getAllByName);
    }

    TargetPolicy(boolean loopback, boolean privateNetworks, Names names) {
        this.loopback = loopback;
        this.privateNetworks = privateNetworks;
        this.names = names;
    }

    /** Refuses an address that is no plain http or https address of a host; says what to write instead. */
    public static void check(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme();
        if (uri.getRawUserInfo() != null
                || (uri.getRawAuthority() != null && uri.getRawAuthority().contains("@"))) {
            throw new IllegalArgumentException(
                    "found an address with a name or password in it; accepted: an address without; write them apart");
        }
        if (!(scheme.equals("http") || scheme.equals("https"))) {
            throw new IllegalArgumentException(
                    "found '%s'; accepted: an HTTP address; write: http://localhost:8080/metrics".formatted(uri));
        }
        Place place = Place.of(uri);
        if (place.port() == 0 || place.port() > 65_535) {
            throw new IllegalArgumentException("found port %d; accepted: 1 to 65535".formatted(place.port()));
        }
        if (uri.toString().chars().anyMatch(letter -> letter <= ' ' || letter > '~')) {
            throw new IllegalArgumentException("found a character that no address has; accepted: letters of ASCII");
        }
        String host = place.host();
        if (NUMBERS.matcher(host).matches() && !DOTTED.matcher(host).matches()) {
            throw new IllegalArgumentException(
                    "found the host '%s'; accepted: a name, or four decimal numbers; write: 127.0.0.1".formatted(host));
        }
    }

    /** The address of a host that may be asked; throws {@link RefusedTargetException} when it may not. */
    public InetAddress resolve(String host) throws IOException {
        String plain = host.toLowerCase(Locale.ROOT);
        plain = plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain;
        if (METADATA.contains(plain)) {
            throw new RefusedTargetException(
                    "'%s' is a cloud's metadata service, which is never asked".formatted(host));
        }
        InetAddress[] addresses = names.resolve(host);
        if (addresses.length == 0) {
            throw new UnknownHostException(host);
        }
        for (InetAddress address : addresses) {
            AddressKind kind = AddressKind.of(address);
            if (!allows(kind)) {
                throw new RefusedTargetException("'%s' leads to %s, %s"
                        .formatted(
                                host,
                                address.getHostAddress(),
                                kind == AddressKind.NEVER
                                        ? "which is never asked"
                                        : "which is not asked for targets like this one"));
            }
        }
        return addresses[0];
    }

    private boolean allows(AddressKind kind) {
        return switch (kind) {
            case PUBLIC -> true;
            case PRIVATE -> privateNetworks;
            case LOOPBACK -> loopback;
            case NEVER -> false;
        };
    }

    /** How names become addresses. */
    @FunctionalInterface
    interface Names {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }
}
