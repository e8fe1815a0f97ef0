package io.poolwright.cli.report;

import io.poolwright.detect.Say;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/** The report's wording of numbers and lists. What is not known is called unknown, never zero. */
final class Words {
    static final String UNKNOWN = "unknown";

    private Words() {}

    static String maybe(OptionalDouble value, DoubleFunction<String> say) {
        return value.isPresent() && Double.isFinite(value.getAsDouble()) ? say.apply(value.getAsDouble()) : UNKNOWN;
    }

    static String number(OptionalDouble value) {
        return maybe(value, Say::number);
    }

    static String rate(OptionalDouble value) {
        return maybe(value, Say::rate);
    }

    static String time(OptionalDouble seconds) {
        return maybe(seconds, Say::time);
    }

    static String percent(OptionalDouble share) {
        return maybe(share, Say::percent);
    }

    /** A stretch of time: minutes once there are two of them. */
    static String lasting(double seconds) {
        if (seconds < 120) {
            return Say.time(seconds);
        }
        long whole = Math.round(seconds);
        return whole % 60 == 0 ? "%s min".formatted(whole / 60) : "%s min %s s".formatted(whole / 60, whole % 60);
    }

    /** A weight of evidence with its sign. */
    static String decibans(double weight) {
        return String.format(Locale.ROOT, weight == Math.rint(weight) ? "%+.0f" : "%+.1f", weight);
    }

    /** A quotient; unknown when either part is, or when it would divide by zero. */
    static OptionalDouble share(OptionalDouble part, OptionalDouble whole) {
        return part.isPresent() && whole.isPresent() && whole.getAsDouble() > 0
                ? OptionalDouble.of(part.getAsDouble() / whole.getAsDouble())
                : OptionalDouble.empty();
    }

    static OptionalDouble finite(double value) {
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /** "a", "a and b", "a, b and c". */
    static String list(List<String> items) {
        int last = items.size() - 1;
        return last < 1
                ? String.join("", items)
                : String.join(", ", items.subList(0, last)) + " and " + items.get(last);
    }

    /** Seconds since the load began, with their sign. */
    static String offset(double second) {
        String sign = second < 0 ? "−" : "+";
        return sign + (second == 0 ? "0 s" : lasting(Math.abs(second)));
    }

    /** A phrase as a sentence: capital first, full stop last. */
    static String sentence(String phrase) {
        return capital(stop(phrase));
    }

    /** A phrase with a full stop. */
    static String stop(String phrase) {
        String text = phrase.strip();
        boolean closed = text.isEmpty() || text.endsWith(".") || text.endsWith("!") || text.endsWith("?");
        return closed ? text : text + ".";
    }

    /** A capital first, unless the first word is a name in its product's own spelling. */
    static String capital(String text) {
        int end = text.indexOf(' ');
        String first = end < 0 ? text : text.substring(0, end);
        boolean plain =
                !first.isEmpty() && first.chars().allMatch(c -> Character.isLowerCase(c) || c == ',' || c == ':');
        return plain ? text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) : text;
    }

    /** A title inside a sentence: "Driver socketTimeout too short" becomes "driver socketTimeout too short". */
    static String inside(String title) {
        boolean word = title.length() > 1 && Character.isLowerCase(title.charAt(1));
        return word ? title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1) : title;
    }
}
