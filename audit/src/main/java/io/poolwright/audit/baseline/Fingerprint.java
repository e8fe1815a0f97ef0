package io.poolwright.audit.baseline;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * What makes a finding the same finding tomorrow: the rule, the file, the part that was judged and what the line says. The
 * line's number is left out, so lines may be added above.
 *
 * <p>A 64-bit FNV-1a hash (Fowler, Noll, Vo), in hexadecimal. It guards nothing; it only tells findings apart.
 */
public final class Fingerprint {
    private static final long BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private Fingerprint() {}

    /**
     * The fingerprint.
     *
     * @param file below the root of its tree, so that it does not matter from where the tree is read
     * @param line its text, secrets taken out; how it is indented does not count
     */
    public static String of(String rule, String file, String subject, String line) {
        String written = String.join(" ", line.strip().split("\\s+"));
        long hash = BASIS;
        for (byte one : String.join("\n", rule, file, subject, written).getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (one & 0xff)) * PRIME;
        }
        return String.format(Locale.ROOT, "%016x", hash);
    }
}
