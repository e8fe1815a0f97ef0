package io.poolwright.config.spring;

import io.poolwright.model.Origin;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Follows <code>${A:${B:c}}</code> to its end, without going round in circles and with a bound on the work.
 *
 * <p>Source: Spring Framework, {@code PropertyPlaceholderHelper}: the first colon begins the default.
 */
final class Placeholders {
    private static final int DEEPEST = 20;
    private static final int MOST_STEPS = 500;
    private static final int LONGEST = 20_000;

    private final Function<String, Optional<SpringProperty>> lookup;
    private final Set<String> following = new HashSet<>();
    private final List<String> missing = new ArrayList<>();
    private int steps;

    Placeholders(Function<String, Optional<SpringProperty>> lookup) {
        this.lookup = lookup;
    }

    /** What a text comes to, and where it stands when the whole text was one placeholder. */
    record Followed(String text, Origin origin) {}

    /** The text with every placeholder followed; empty when one leads nowhere, see {@link #missing}. */
    Optional<Followed> follow(String text, Origin origin) {
        return follow(text, origin, 0);
    }

    /** The names that led nowhere. */
    List<String> missing() {
        return missing;
    }

    private Optional<Followed> follow(String text, Origin origin, int depth) {
        if (depth > DEEPEST || ++steps > MOST_STEPS || text.length() > LONGEST) {
            missing.add("placeholders nested too deep");
            return Optional.empty();
        }
        if (isFilledByBuild(text)) {
            missing.add(text.strip());
            return Optional.empty();
        }
        int from = text.indexOf("${");
        if (from < 0) {
            return Optional.of(new Followed(text, origin));
        }
        StringBuilder plain = new StringBuilder();
        int end = 0;
        while (from >= 0) {
            int close = closing(text, from + 2);
            if (close < 0) {
                break; // an open brace without an end is text to Spring
            }
            if (from > 0 && text.charAt(from - 1) == '\\') {
                missing.add(text.substring(from, close + 1));
                return Optional.empty(); // escaped for some build step that has not run
            }
            Optional<Followed> inner = placeholder(text.substring(from + 2, close), origin, depth);
            if (inner.isEmpty()) {
                return Optional.empty();
            }
            if (from == 0 && close == text.length() - 1) {
                return inner;
            }
            plain.append(text, end, from).append(inner.get().text());
            end = close + 1;
            from = text.indexOf("${", end);
        }
        return Optional.of(new Followed(plain.append(text, end, text.length()).toString(), origin));
    }

    private Optional<Followed> placeholder(String inner, Origin origin, int depth) {
        int colon = outerColon(inner);
        Optional<Followed> name = follow(colon < 0 ? inner : inner.substring(0, colon), origin, depth + 1);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        String key = name.get().text().strip();
        Optional<SpringProperty> found = lookup.apply(key);
        if (found.isPresent() && following.add(key)) {
            SpringProperty property = found.get();
            Optional<Followed> value = property.text().flatMap(text -> follow(text, property.origin(), depth + 1));
            following.remove(key);
            if (property.text().isEmpty()) {
                missing.add(key);
            }
            return value;
        }
        if (colon >= 0 && found.isEmpty()) {
            return follow(inner.substring(colon + 1), origin, depth + 1);
        }
        missing.add(key);
        return Optional.empty();
    }

    /** {@code @token@} of Maven and {@code #token#} of JHipster stand for what a build puts there. */
    private static boolean isFilledByBuild(String text) {
        String word = text.strip();
        if (word.length() < 3 || word.length() > 200) {
            return false;
        }
        char mark = word.charAt(0);
        return (mark == '@' || mark == '#')
                && word.charAt(word.length() - 1) == mark
                && word.indexOf(mark, 1) == word.length() - 1
                && word.indexOf(' ') < 0;
    }

    private static int closing(String text, int from) {
        int depth = 1;
        for (int i = from; i < text.length(); i++) {
            if (text.startsWith("${", i)) {
                depth++;
                i++;
            } else if (text.charAt(i) == '}' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private static int outerColon(String inner) {
        int depth = 0;
        for (int i = 0; i < inner.length(); i++) {
            if (inner.startsWith("${", i)) {
                depth++;
            } else if (inner.charAt(i) == '}' && depth > 0) {
                depth--;
            } else if (inner.charAt(i) == ':' && depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
