package io.poolwright.telemetry.http;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The host and port of an address. Read apart from {@link URI#getHost}, which knows no underscores: names of containers
 * have them.
 *
 * @param host a name, a number, or an IPv6 number in brackets
 * @param port as written, or the scheme's own
 */
record Place(String host, int port) {
    private static final Pattern AUTHORITY =
            Pattern.compile("(\\[[0-9A-Fa-f:.]{2,45}]|[A-Za-z0-9_][A-Za-z0-9_.-]{0,252})(?::([0-9]{1,5}))?");

    /** Where an address leads; throws {@link IllegalArgumentException} when it names no host. */
    static Place of(URI uri) {
        Matcher authority = AUTHORITY.matcher(uri.getRawAuthority() == null ? "" : uri.getRawAuthority());
        if (!authority.matches()) {
            throw new IllegalArgumentException(
                    "found '%s'; accepted: an HTTP address; write: http://localhost:8080/metrics".formatted(uri));
        }
        String port = authority.group(2);
        return new Place(
                authority.group(1), port != null ? Integer.parseInt(port) : "https".equals(uri.getScheme()) ? 443 : 80);
    }
}
