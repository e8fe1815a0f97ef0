package io.poolwright.config.spring;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * For which profiles a document counts: {@code prod}, {@code !test}, {@code prod & (eu | us)}; of several, one must match.
 *
 * <p>An expression that is not well formed never matches. Source: Spring Framework, {@code Profiles.of}.
 */
public final class ProfileExpression {
    private static final int DEEPEST = 20;

    private final List<String> alternatives;

    private ProfileExpression(List<String> alternatives) {
        this.alternatives = List.copyOf(alternatives);
    }

    static ProfileExpression parse(List<String> alternatives) {
        return new ProfileExpression(alternatives);
    }

    /** Whether the document counts when these profiles are active. */
    public boolean matches(Collection<String> active) {
        return alternatives.stream().anyMatch(text -> new Reading(text, active).matches());
    }

    /** The profiles that are named without a "not". */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        for (String text : alternatives) {
            Reading reading = new Reading(text, List.of());
            reading.matches();
            names.addAll(reading.wanted);
        }
        return names;
    }

    @Override
    public String toString() {
        return String.join(", ", alternatives);
    }

    /** One pass over one expression. */
    private static final class Reading {
        private final String text;
        private final Collection<String> active;
        private final List<String> wanted = new ArrayList<>();
        private int at;
        private boolean broken;

        Reading(String text, Collection<String> active) {
            this.text = text;
            this.active = active;
        }

        boolean matches() {
            boolean result = expression(0, false);
            return result && !broken && peek() == 0;
        }

        private boolean expression(int depth, boolean negated) {
            boolean result = operand(depth, negated);
            char operator = 0;
            while (peek() == '&' || peek() == '|') {
                char next = text.charAt(at++);
                broken |= operator != 0 && operator != next; // & and | side by side need brackets
                operator = next;
                boolean right = operand(depth, negated);
                result = operator == '&' ? (result && right) : (result || right);
            }
            return result;
        }

        private boolean operand(int depth, boolean negated) {
            boolean not = false;
            while (peek() == '!') {
                at++;
                not = !not;
            }
            if (peek() == '(' && depth < DEEPEST) {
                at++;
                boolean inner = expression(depth + 1, negated ^ not);
                broken |= peek() != ')';
                at++;
                return inner ^ not;
            }
            int from = at;
            while (at < text.length() && "&|!()".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            String name = text.substring(Math.min(from, text.length()), Math.min(at, text.length()))
                    .strip();
            broken |= name.isEmpty() || name.contains("$") || name.contains("@");
            if (!(negated ^ not)) {
                wanted.add(name);
            }
            return active.contains(name) ^ not;
        }

        private char peek() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            return at < text.length() ? text.charAt(at) : 0;
        }
    }
}
