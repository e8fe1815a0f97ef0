package io.poolwright.audit.explain;

import java.util.regex.Pattern;

/**
 * One named piece of an entry.
 *
 * @param name for example {@code Default}
 * @param text Markdown without links; one line in entries of lists, several in rule pages
 */
public record Field(String name, String text) {
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]{1,300})\\]\\([^)]{1,300}\\)");

    public Field {
        text = LINK.matcher(text).replaceAll("$1").strip();
    }
}
