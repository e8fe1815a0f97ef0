package io.poolwright.audit.fix;

import io.poolwright.audit.Change;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Applies changes to the text of one file. A change is applied only where it is certain what it touches: the old value must
 * stand on the line exactly once, as a word of its own.
 */
public final class Edits {
    private static final Pattern LINE = Pattern.compile("[^\r\n]*(?:\r\n|\r|\n|$)");

    private final List<String> lines = new ArrayList<>();
    private final Set<Integer> touched = new HashSet<>();
    private final List<Change> applied = new ArrayList<>();
    private final List<FixedText.Refused> refused = new ArrayList<>();

    private Edits(String text) {
        Matcher line = LINE.matcher(text);
        while (line.find() && !line.group().isEmpty()) {
            lines.add(line.group());
        }
    }

    /**
     * The text with the changes applied, the first of two that touch one line winning.
     *
     * @param linesBefore lines of the file that are above this text, for a text inside a manifest
     */
    public static FixedText apply(String text, List<Change> changes, int linesBefore) {
        Edits edits = new Edits(text);
        changes.stream()
                .distinct()
                .sorted(Comparator.comparing((Change change) -> change.kind() != Change.Kind.REPLACE))
                .forEach(change -> edits.check(change, linesBefore));
        edits.applied.stream()
                .sorted(Comparator.comparingInt((Change change) -> change.at().line())
                        .reversed())
                .forEach(change -> edits.edit(change, change.at().line() - 1 - linesBefore));
        return new FixedText(String.join("", edits.lines), edits.applied, edits.refused);
    }

    private void check(Change change, int linesBefore) {
        int index = change.at().line() - 1 - linesBefore;
        if (index < 0 || index >= lines.size()) {
            refuse(change, "the file has no line " + change.at().line());
        } else if (change.kind() != Change.Kind.ADD_AFTER && !touched.add(index)) {
            refuse(change, "another change touches the same line");
        } else if (change.kind() == Change.Kind.REPLACE && times(lines.get(index), change.old()) != 1) {
            refuse(change, "'%s' does not stand there exactly once".formatted(change.old()));
        } else {
            applied.add(change);
        }
    }

    private void refuse(Change change, String reason) {
        refused.add(new FixedText.Refused(change, reason));
    }

    private void edit(Change change, int index) {
        switch (change.kind()) {
            case REPLACE -> {
                Matcher old = word(change.old()).matcher(lines.get(index));
                lines.set(index, old.replaceFirst(Matcher.quoteReplacement(change.fresh())));
            }
            case REMOVE -> lines.remove(index);
            case ADD_AFTER -> add(index, change.fresh());
        }
    }

    private void add(int index, String fresh) {
        String above = lines.get(index);
        String end = end(above);
        if (end.isEmpty()) {
            end = "\n";
            lines.set(index, above + end);
        }
        lines.add(index + 1, indentation(index) + fresh + end);
    }

    /** As deep as the next line that is written, when that is deeper: the first line of a section tells how deep it goes. */
    private String indentation(int index) {
        String own = blanks(lines.get(index));
        return lines.stream()
                .skip(index + 1L)
                .filter(line -> !line.isBlank())
                .findFirst()
                .map(Edits::blanks)
                .filter(next -> next.length() > own.length())
                .orElse(own);
    }

    private static String blanks(String line) {
        int end = 0;
        while (end < line.length() && (line.charAt(end) == ' ' || line.charAt(end) == '\t')) {
            end++;
        }
        return line.substring(0, end);
    }

    private static String end(String line) {
        return line.substring(line.stripTrailing().length()).replaceAll("[ \t]", "");
    }

    private static int times(String line, String old) {
        if (old.isBlank()) {
            return 0;
        }
        Matcher matcher = word(old).matcher(line);
        int times = 0;
        while (matcher.find()) {
            times++;
        }
        return times;
    }

    private static Pattern word(String old) {
        return Pattern.compile("(?<![\\w.-])" + Pattern.quote(old) + "(?![\\w.-])");
    }
}
