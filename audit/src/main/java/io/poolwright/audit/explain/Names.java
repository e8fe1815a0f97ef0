package io.poolwright.audit.explain;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How names are compared: spelling does not count, and a slip of the finger is noticed. */
final class Names {
    private static final int LONGEST = 80;

    private Names() {}

    /** Lower case without dots, dashes, underscores, brackets and spaces, so that all spellings of a key are one. */
    static String key(String name) {
        StringBuilder key = new StringBuilder();
        name.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(key::appendCodePoint);
        return key.toString();
    }

    /** Up to three names that differ from this one by few letters, the nearest first. */
    static List<String> near(String name, Collection<String> names) {
        String asked = key(name);
        if (asked.length() < 4 || asked.length() > LONGEST) {
            return List.of();
        }
        int allowed = Math.max(1, asked.length() / 5);
        record Distant(String name, int distance) {}
        Map<String, String> spellings = new LinkedHashMap<>();
        names.forEach(other -> spellings.putIfAbsent(key(other), other));
        return spellings.entrySet().stream()
                .map(other -> new Distant(other.getValue(), distance(asked, other.getKey(), allowed)))
                .filter(other -> other.distance() <= allowed)
                .sorted(Comparator.comparingInt(Distant::distance).thenComparing(Distant::name))
                .map(Distant::name)
                .limit(3)
                .toList();
    }

    /** Letters to change, add, drop or swap with their neighbour; anything above the limit is the limit and one. */
    static int distance(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) > limit) {
            return limit + 1;
        }
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            cost[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            cost[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                cost[i][j] = Math.min(Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1), cost[i - 1][j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}
