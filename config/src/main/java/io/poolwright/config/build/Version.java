package io.poolwright.config.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version as numbers, {@code 3.5.6}. A qualifier such as {@code -RC1} is left out, as is {@code .RELEASE}.
 *
 * @param text as written
 * @param numbers at least one
 */
public record Version(String text, List<Integer> numbers) implements Comparable<Version> {
    private static final Pattern NUMBERS = Pattern.compile("v?(\\d{1,8}(?:\\.\\d{1,8}){0,5})(?:[.+_-].*|[A-Za-z].*)?");

    public Version {
        numbers = List.copyOf(numbers);
    }

    /** Reads {@code 3.5.6}, {@code 2.7.18.RELEASE}, {@code v1.2-alpine}; empty for {@code latest}, ranges and placeholders. */
    public static Optional<Version> of(String text) {
        Matcher found = NUMBERS.matcher(text.strip());
        if (!found.matches() || found.group().contains(".x")) {
            return Optional.empty();
        }
        List<Integer> numbers = new ArrayList<>();
        for (String number : found.group(1).split("\\.", -1)) {
            numbers.add(Integer.parseInt(number));
        }
        return Optional.of(new Version(text.strip(), numbers));
    }

    /** Whether it is this version or a later one: {@code 3.10} is at least {@code 3.9}. */
    public boolean isAtLeast(int... wanted) {
        for (int i = 0; i < wanted.length; i++) {
            int here = i < numbers.size() ? numbers.get(i) : 0;
            if (here != wanted[i]) {
                return here > wanted[i];
            }
        }
        return true;
    }

    @Override
    public int compareTo(Version other) {
        for (int i = 0; i < Math.max(numbers.size(), other.numbers.size()); i++) {
            int here = i < numbers.size() ? numbers.get(i) : 0;
            int there = i < other.numbers.size() ? other.numbers.get(i) : 0;
            if (here != there) {
                return Integer.compare(here, there);
            }
        }
        return 0;
    }

    @Override
    public String toString() {
        return text;
    }
}
