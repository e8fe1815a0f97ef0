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

    /**
     * What a text comes to.
     *
     * @param text with every placeholder followed; one that leads nowhere stays as it is written
     * @param origin where it stands; when the whole text was one placeholder, where that one led
     * @param known whether every placeholder led somewhere
     */
    record Followed(String text, Origin origin, boolean known) {}

    /** Follows every placeholder of a text. */
    Followed follow(String text, Origin origin) {
        return follow(text, origin, 0);
    }

    /** The names that led nowhere. */
    List<String> missing() {
        return missing;
    }

    private Followed lost(String name, String text, Origin origin) {
        missing.add(name);
        return new Followed(text, origin, false);
    }

    private Followed follow(String text, Origin origin, int depth) {
        if (depth > DEEPEST || ++steps > MOST_STEPS || text.length() > LONGEST) {
            return lost("placeholders nested too deep", "${too.deep}", origin);
        }
        if (isFilledByBuild(text)) {
            return lost(text.strip(), text, origin);
        }
        StringBuilder plain = new StringBuilder();
        boolean known = true;
        int end = 0;
        for (int from = text.indexOf("${"); from >= 0; from = text.indexOf("${", end)) {
            int close = closing(text, from + 2);
            if (close < 0) {
                break; // an open brace without an end is text to Spring
            }
            String whole = text.substring(from, close + 1);
            boolean escaped = from > 0 && text.charAt(from - 1) == '\\'; // for some build step that has not run
            Followed inner = escaped
                    ? lost(whole, whole, origin)
                    : placeholder(text.substring(from + 2, close), whole, origin, depth);
            if (from == 0 && close == text.length() - 1) {
                return inner;
            }
            known &= inner.known();
            plain.append(text, end, from).append(inner.text());
            end = close + 1;
        }
        return new Followed(plain.append(text, end, text.length()).toString(), origin, known);
    }

    private Followed placeholder(String inner, String whole, Origin origin, int depth) {
        int colon = outerColon(inner);
        Followed name = follow(colon < 0 ? inner : inner.substring(0, colon), origin, depth + 1);
        if (!name.known()) {
            return new Followed(whole, origin, false);
        }
        String key = name.text().strip();
        Optional<SpringProperty> found = lookup.apply(key);
        if (found.isPresent() && following.add(key)) {
            SpringProperty property = found.get();
            Followed value = property.text().isPresent()
                    ? follow(property.text().get(), property.origin(), depth + 1)
                    : lost(key, whole, property.origin());
            following.remove(key);
            return value.known() ? value : new Followed(whole, value.origin(), false);
        }
        if (colon >= 0 && found.isEmpty()) {
            return follow(inner.substring(colon + 1), origin, depth + 1);
        }
        return lost(key, whole, origin);
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
