package io.poolwright.cli.report.audit;

import java.util.ArrayList;
import java.util.List;

/** Breaks a sentence into lines at its spaces; a word that is longer than a line stays whole, so that it can be copied. */
public final class Wrap {
    private Wrap() {}

    /** The lines, each at most this wide. */
    public static List<String> to(int width, String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
