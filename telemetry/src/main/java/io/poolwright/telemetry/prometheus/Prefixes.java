package io.poolwright.telemetry.prometheus;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The beginnings of wanted metric names, by their first byte, for most lines of a page are not wanted. */
final class Prefixes {
    private static final byte[][] NONE = {};

    private final byte[][][] byFirst = new byte[256][][];
    private final boolean all;

    /** An empty list, or an empty prefix, wants all. */
    Prefixes(List<String> prefixes) {
        all = prefixes.isEmpty() || prefixes.contains("");
        Arrays.fill(byFirst, NONE);
        for (String prefix : prefixes) {
            byte[] bytes = prefix.getBytes(StandardCharsets.UTF_8);
            if (bytes.length > 0) {
                byte[][] sameFirst = byFirst[bytes[0] & 0xFF];
                byte[][] more = Arrays.copyOf(sameFirst, sameFirst.length + 1);
                more[sameFirst.length] = bytes;
                byFirst[bytes[0] & 0xFF] = more;
            }
        }
    }

    /** Whether a wanted name begins there; a name in quotes within braces is always wanted. */
    boolean want(byte[] bytes, int at, int end) {
        if (all || bytes[at] == '{') {
            return true;
        }
        for (byte[] prefix : byFirst[bytes[at] & 0xFF]) {
            int to = at + prefix.length;
            if (to <= end && Arrays.equals(bytes, at, to, prefix, 0, prefix.length)) {
                return true;
            }
        }
        return false;
    }
}
