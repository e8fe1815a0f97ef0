package io.poolwright.telemetry.nginx;

import java.util.ArrayList;
import java.util.List;

/**
 * A value of one of nginx's upstream variables: one for each server that was tried, separated by {@code ", "}, and by
 * {@code " : "} where an internal redirect led to another group. {@code -} where the server was not reached.
 *
 * <p>Source: nginx documentation, ngx_http_upstream_module, "Embedded Variables".
 */
final class UpstreamList {
    /** More tries than any group has servers: what is longer is no such value. */
    static final int MOST = 100;

    private UpstreamList() {}

    static List<String> split(String value) {
        List<String> tries = new ArrayList<>();
        int from = 0;
        while (from <= value.length() && tries.size() < MOST) {
            int comma = value.indexOf(", ", from);
            int colon = value.indexOf(" : ", from);
            int to = comma < 0 ? colon : colon < 0 ? comma : Math.min(comma, colon);
            tries.add(value.substring(from, to < 0 ? value.length() : to).strip());
            if (to < 0) {
                break;
            }
            from = to + (to == comma ? 2 : 3);
        }
        return tries;
    }

    /** Where such a value that begins here ends: behind the last word that a separator leads to, or before this letter. */
    static int end(String line, int start, char stop) {
        int at = start;
        for (int tries = 0; tries < MOST; tries++) {
            while (at < line.length() && line.charAt(at) != ' ' && line.charAt(at) != ',' && line.charAt(at) != stop) {
                at++;
            }
            if (line.startsWith(", ", at)) {
                at += 2;
            } else if (line.startsWith(" : ", at)) {
                at += 3;
            } else {
                return at;
            }
        }
        return at;
    }

    /** Seconds with a fraction; NaN for {@code -} and for what is no time. */
    static double seconds(String text) {
        boolean number = !text.isEmpty()
                && text.length() <= 15
                && text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.')
                && text.indexOf('.') == text.lastIndexOf('.')
                && text.charAt(0) != '.';
        return number ? Double.parseDouble(text) : Double.NaN;
    }
}
