package io.poolwright.audit.suppress;

import io.poolwright.model.Origin;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds suppressions in a text of any format, by the comment alone: {@code # poolwright:ignore RULE reason}, or
 * {@code … reason="why" until=2026-12-31}. Several rules are separated by commas.
 */
public final class SuppressionText {
    private static final String MARK = "poolwright:ignore";
    private static final String[] OPENERS = {"#", ";", "//", "--", "/*", "!", "*"};
    private static final String[] CLOSERS = {"-->", "*/", "#}", "--%>"};

    private SuppressionText() {}

    /** The suppressions of a file; most files have none, and cost one search. */
    public static List<Suppression> in(String file, String text) {
        if (!text.contains(MARK)) {
            return List.of();
        }
        List<Suppression> found = new ArrayList<>();
        String[] lines = text.split("\r\n|\r|\n", -1);
        for (int i = 0; i < lines.length; i++) {
            int mark = lines[i].indexOf(MARK);
            if (mark >= 0 && opens(lines[i].substring(0, mark))) {
                String rest = lines[i].substring(mark + MARK.length());
                found.addAll(parsed(new Origin(file, i + 1), last(lines, i) + 1, rest));
            }
        }
        return found;
    }

    private static boolean opens(String before) {
        for (String opener : OPENERS) {
            if (before.contains(opener)) {
                return true;
            }
        }
        return false;
    }

    /** A comment behind something speaks of its own line; one on a line of its own also of the first line below. */
    private static int last(String[] lines, int from) {
        int line = from;
        while (line + 1 < lines.length && alone(lines[line])) {
            line++;
        }
        return line;
    }

    private static boolean alone(String line) {
        int mark = line.indexOf(MARK);
        if (mark < 0) {
            return false;
        }
        for (int i = 0; i < mark; i++) {
            if (Character.isLetterOrDigit(line.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<Suppression> parsed(Origin at, int last, String rest) {
        String text = rest;
        for (String closer : CLOSERS) {
            int end = text.indexOf(closer);
            text = end < 0 ? text : text.substring(0, end);
        }
        text = text.strip();
        int space = 0;
        while (space < text.length() && !Character.isWhitespace(text.charAt(space))) {
            space++;
        }
        String rules = text.substring(0, space);
        Words words = Words.of(text.substring(space).strip());
        if (rules.isEmpty() || rules.contains("=")) {
            return List.of(new Suppression(
                    at,
                    last,
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of("names no rule and does not count; write: poolwright:ignore RULE reason=\"why\"")));
        }
        List<Suppression> all = new ArrayList<>();
        for (String rule : rules.split(",", -1)) {
            if (!rule.isBlank()) {
                all.add(new Suppression(at, last, rule.strip(), words.reason(), words.until(), words.fault(rule)));
            }
        }
        return all;
    }

    /** What follows the rule: the reason, and until when. */
    private record Words(Optional<String> reason, Optional<LocalDate> until, Optional<String> wrongDate) {

        static Words of(String text) {
            String left = text;
            Optional<LocalDate> until = Optional.empty();
            Optional<String> wrong = Optional.empty();
            int at = startOf("until=", left);
            if (at >= 0) {
                int end = endOf(left, at + "until=".length());
                String written = unquoted(left.substring(at + "until=".length(), end));
                left = (left.substring(0, at) + left.substring(end)).strip();
                try {
                    until = Optional.of(LocalDate.parse(written));
                } catch (DateTimeParseException e) {
                    wrong = Optional.of(written);
                }
            }
            if (left.startsWith("reason=")) {
                left = left.substring("reason=".length());
            }
            String reason = unquoted(left.strip());
            return new Words(Optional.of(reason).filter(words -> !words.isBlank()), until, wrong);
        }

        Optional<String> fault(String rule) {
            return wrongDate.map(
                    day -> "of %s does not count: found until=%s; accepted: a date; write: until=2026-12-31"
                            .formatted(rule, day));
        }

        /** Where a key begins outside of quotes, at the start or behind a space. */
        private static int startOf(String key, String text) {
            boolean quoted = false;
            for (int i = 0; i < text.length(); i++) {
                if (text.charAt(i) == '"') {
                    quoted = !quoted;
                }
                boolean begins = i == 0 || Character.isWhitespace(text.charAt(i - 1));
                if (!quoted && begins && text.startsWith(key, i)) {
                    return i;
                }
            }
            return -1;
        }

        private static int endOf(String text, int from) {
            int end = from;
            while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
                end++;
            }
            return end;
        }

        private static String unquoted(String text) {
            return text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")
                    ? text.substring(1, text.length() - 1)
                    : text;
        }
    }
}
