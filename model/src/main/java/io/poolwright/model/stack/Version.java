package io.poolwright.model.stack;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A product's version, as far as it is written: {@code 7.1.0}, {@code 15}. Missing numbers count as 0.
 *
 * <p>A text without a number ({@code latest}, {@code stable-alpine}) is no version.
 */
public record Version(int major, int minor, int patch, String text) implements Comparable<Version> {
    private static final Pattern NUMBERS =
            Pattern.compile("(?:^|[^0-9.])v?(\\d{1,6})(?:\\.(\\d{1,6}))?(?:\\.(\\d{1,6}))?");

    /** The first version in a text such as an image tag. */
    public static Optional<Version> in(String text) {
        Matcher numbers = NUMBERS.matcher(text);
        if (!numbers.find()) {
            return Optional.empty();
        }
        return Optional.of(new Version(
                Integer.parseInt(numbers.group(1)), number(numbers.group(2)), number(numbers.group(3)), text));
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** Whether it is this version or a later one. */
    public boolean atLeast(int wantedMajor, int wantedMinor, int wantedPatch) {
        return compareTo(new Version(wantedMajor, wantedMinor, wantedPatch, "")) >= 0;
    }

    @Override
    public int compareTo(Version other) {
        int byMajor = Integer.compare(major, other.major);
        int byMinor = Integer.compare(minor, other.minor);
        return byMajor != 0 ? byMajor : byMinor != 0 ? byMinor : Integer.compare(patch, other.patch);
    }

    @Override
    public String toString() {
        return text;
    }
}
