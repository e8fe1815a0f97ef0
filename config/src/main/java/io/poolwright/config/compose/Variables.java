package io.poolwright.config.compose;

import io.poolwright.config.container.Written;
import io.poolwright.model.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills <code>$NAME</code>, <code>${NAME}</code>, <code>${NAME:-default}</code>, <code>${NAME-default}</code>,
 * <code>${NAME:?error}</code> and <code>${NAME:+instead}</code>; <code>$$</code> is one dollar. Source: compose
 * specification, “Interpolation”.
 *
 * <p>The shell that will start the project is not known. A variable that no file sets has its default, or is missing; compose
 * itself would put nothing in its place.
 */
final class Variables {
    /** Longest text that filling may make: an exponential {@code .env} is small on disk. */
    private static final int MOST_LETTERS = 1 << 16;

    private static final int DEEPEST = 20;
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final Map<String, Written> known;
    private final StringBuilder out = new StringBuilder();
    private final List<String> missing = new ArrayList<>();

    private Variables(Map<String, Written> known) {
        this.known = known;
    }

    static Written fill(String text, Origin origin, Map<String, Written> known) {
        if (text.indexOf('$') < 0) {
            return Written.plain(text, origin);
        }
        Variables variables = new Variables(known);
        variables.fill(text, 0);
        return new Written(variables.out.toString(), variables.missing, origin);
    }

    private void fill(String text, int depth) {
        int at = 0;
        while (at < text.length()) {
            int dollar = text.indexOf('$', at);
            if (dollar < 0 || dollar + 1 == text.length()) {
                add(text.substring(at));
                return;
            }
            add(text.substring(at, dollar));
            at = variable(text, dollar + 1, depth);
        }
    }

    /** Reads what stands after a dollar, and says where it ends. */
    private int variable(String text, int at, int depth) {
        char next = text.charAt(at);
        if (next == '$') {
            add("$");
            return at + 1;
        }
        if (next == '{') {
            int close = close(text, at + 1);
            if (close < 0 || depth >= DEEPEST) {
                lacks(text.substring(at + 1));
                return text.length();
            }
            braced(text.substring(at + 1, close), depth);
            return close + 1;
        }
        Matcher name = NAME.matcher(text).region(at, text.length());
        if (name.lookingAt()) {
            value(name.group()).ifPresentOrElse(this::put, () -> lacks(name.group()));
            return name.end();
        }
        add("$");
        return at;
    }

    private static int close(String text, int from) {
        int open = 1;
        for (int at = from; at < text.length(); at++) {
            if (text.charAt(at) == '}' && --open == 0) {
                return at;
            }
            if (text.startsWith("${", at)) {
                open++;
            }
        }
        return -1;
    }

    private void braced(String body, int depth) {
        Matcher name = NAME.matcher(body);
        if (!name.lookingAt()) {
            lacks(body);
            return;
        }
        String rest = body.substring(name.end());
        boolean emptyIsUnset = rest.startsWith(":");
        Optional<Written> value =
                value(name.group()).filter(set -> !emptyIsUnset || !set.text().isEmpty());
        String operator = emptyIsUnset ? rest.substring(1) : rest;
        if (operator.startsWith("-")) {
            value.ifPresentOrElse(this::put, () -> fill(operator.substring(1), depth + 1));
        } else if (operator.startsWith("+")) {
            value.ifPresent(set -> fill(operator.substring(1), depth + 1));
        } else if (rest.isEmpty() || operator.startsWith("?")) {
            value.ifPresentOrElse(this::put, () -> lacks(name.group()));
        } else {
            lacks(body);
        }
    }

    private Optional<Written> value(String name) {
        return Optional.ofNullable(known.get(name));
    }

    private void put(Written value) {
        add(value.text());
        missing.addAll(value.missing());
    }

    private void lacks(String name) {
        add("${" + name + "}");
        missing.add(name);
    }

    private void add(String text) {
        if (out.length() + text.length() > MOST_LETTERS) {
            if (missing.isEmpty()) {
                missing.add("(a value longer than " + MOST_LETTERS + " letters)");
            }
            return;
        }
        out.append(text);
    }
}
