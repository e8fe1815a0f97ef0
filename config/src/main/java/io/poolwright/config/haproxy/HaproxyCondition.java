package io.poolwright.config.haproxy;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The condition of {@code .if} and {@code .elif}, as far as the file alone decides it: nothing and 0 are false, any other
 * whole number is true. What asks for HAProxy's version, features or environment is left undecided. Source: HAProxy
 * configuration manual 2.6, 2.4 "Conditional blocks".
 */
final class HaproxyCondition {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,18}");

    private HaproxyCondition() {}

    static Optional<Boolean> decide(List<HaproxyWord> words) {
        if (words.isEmpty()) {
            return Optional.of(false);
        }
        if (words.size() > 1 || !words.get(0).known()) {
            return Optional.empty();
        }
        String text = words.get(0).text();
        boolean negated = text.startsWith("!");
        String condition = negated ? text.substring(1) : text;
        if (condition.isEmpty() && !negated) {
            return Optional.of(false);
        }
        return NUMBER.matcher(condition).matches()
                ? Optional.of((Long.parseLong(condition) != 0) != negated)
                : Optional.empty();
    }
}
