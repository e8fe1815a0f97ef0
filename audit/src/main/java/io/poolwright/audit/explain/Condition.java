package io.poolwright.audit.explain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the numbers of a log line must be for a sentence to hold: {@code active = total and waiting > 0}.
 *
 * <p>The left side names a number of the line, the right side another one, a literal number or a word. A number that the
 * line does not have makes the condition fail: what is not said is not known.
 */
record Condition(List<Comparison> comparisons, String says) {
    private static final Pattern COMPARISON = Pattern.compile("(\\w+) (=|!=|<|<=|>|>=) (\\w+)");

    /** One comparison. */
    record Comparison(String left, String operator, String right) {}

    /** From a field whose name ends in a condition, such as {@code When active = total}. */
    static Optional<Condition> of(Field field, String prefix) {
        if (!field.name().startsWith(prefix)) {
            return Optional.empty();
        }
        List<Comparison> comparisons = Stream.of(
                        field.name().substring(prefix.length()).split(" and "))
                .map(Condition::comparison)
                .toList();
        return Optional.of(new Condition(comparisons, field.text()));
    }

    /** Whether the line has every number that this asks for. */
    boolean canBeJudged(Map<String, String> values) {
        return comparisons.stream().allMatch(comparison -> values.containsKey(comparison.left()));
    }

    private static Comparison comparison(String text) {
        Matcher matcher = COMPARISON.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalStateException("a signature's condition is not a comparison: " + text);
        }
        return new Comparison(matcher.group(1), matcher.group(2), matcher.group(3));
    }

    boolean holds(Map<String, String> values) {
        return comparisons.stream().allMatch(comparison -> holds(comparison, values));
    }

    private static boolean holds(Comparison comparison, Map<String, String> values) {
        String left = values.get(comparison.left());
        if (left == null) {
            return false;
        }
        String right = values.getOrDefault(comparison.right(), comparison.right());
        int order = number(left) && number(right)
                ? Long.compare(Long.parseLong(left), Long.parseLong(right))
                : left.compareTo(right);
        return switch (comparison.operator()) {
            case "=" -> order == 0;
            case "!=" -> order != 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }

    private static boolean number(String text) {
        return text.length() <= 18 && !text.isEmpty() && text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    }
}
