package io.poolwright.config.declared;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the word that somebody most likely meant. */
final class Nearest {
    private Nearest() {}

    /** The nearest of some words by edits; empty when none is near. */
    static Optional<String> to(String written, List<String> words) {
        return words.stream()
                .filter(word -> edits(written, word) <= Math.max(2, word.length() / 3))
                .min(Comparator.comparingInt(word -> edits(written, word)));
    }

    /** Letters to be added, removed or replaced (Levenshtein). */
    private static int edits(String a, String b) {
        if (a.length() > 60) {
            return Integer.MAX_VALUE;
        }
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int replaced = corner + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(above, row[j - 1]) + 1);
                corner = above;
            }
        }
        return row[b.length()];
    }
}
