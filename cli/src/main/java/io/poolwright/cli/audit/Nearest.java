package io.poolwright.cli.audit;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The word that somebody most likely meant: the fewest letters to change (Levenshtein), and at most a third of them. */
public final class Nearest {
    private Nearest() {}

    /** The nearest of the words that exist; empty when none is near. */
    public static Optional<String> to(String written, Collection<String> words) {
        return words.stream()
                .min(Comparator.comparingInt((String word) -> distance(written, word))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(word -> distance(written, word) <= Math.max(1, word.length() / 3));
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? corner : corner + 1;
                row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
                corner = above;
            }
        }
        return row[b.length()];
    }
}
