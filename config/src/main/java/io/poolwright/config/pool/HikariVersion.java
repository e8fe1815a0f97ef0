package io.poolwright.config.pool;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of HikariCP, as far as its behaviour differs. Read in the source jars of 4.0.3, 5.1.0, 6.0.0, 6.1.0, 6.2.0, 6.2.1,
 * 6.3.0, 6.3.3, 7.0.2 and 7.1.0.
 */
public record HikariVersion(int major, int minor, int patch) implements Comparable<HikariVersion> {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})(?:\\.(\\d{1,4}))?(?:[.-].{0,40})?");
    private static final HikariVersion KEEPALIVE_BY_DEFAULT = new HikariVersion(6, 2, 1);
    private static final HikariVersion WIDE_SPREAD = new HikariVersion(6, 1, 0);
    private static final HikariVersion SUFFIXES = new HikariVersion(6, 3, 0);

    /** The version that a text names; empty for {@code latest}, a range or anything else that names none. */
    public static Optional<HikariVersion> of(String text) {
        Matcher number = WRITTEN.matcher(text.strip());
        if (!number.matches()) {
            return Optional.empty();
        }
        String patch = number.group(3);
        return Optional.of(new HikariVersion(
                Integer.parseInt(number.group(1)),
                Integer.parseInt(number.group(2)),
                patch == null ? 0 : Integer.parseInt(patch)));
    }

    /** Whether idle connections are pinged every two minutes when nobody says otherwise. */
    public boolean pingsByDefault() {
        return compareTo(KEEPALIVE_BY_DEFAULT) >= 0;
    }

    /** Whether a time in a properties file may carry {@code ms}, {@code s}, {@code m}, {@code h} or {@code d}. */
    public boolean readsSuffixes() {
        return compareTo(SUFFIXES) >= 0;
    }

    /** The part of {@code maxLifetime} by which a connection may be retired earlier: a quarter, or a fortieth before 6.1.0. */
    public double lifetimeSpread() {
        return compareTo(WIDE_SPREAD) >= 0 ? 0.25 : 0.025;
    }

    @Override
    public int compareTo(HikariVersion other) {
        int byMajor = Integer.compare(major, other.major);
        int byMinor = byMajor != 0 ? byMajor : Integer.compare(minor, other.minor);
        return byMinor != 0 ? byMinor : Integer.compare(patch, other.patch);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
