package io.poolwright.config.haproxy;

import io.poolwright.model.Origin;
import java.util.List;
import java.util.Objects;

/**
 * One line of a section.
 *
 * @param words the keyword and its arguments, at least one; {@code no} is the first word when it stands there
 * @param origin the line
 * @param branches the undecided conditional branches around the line, outermost first
 */
public record HaproxyDirective(List<HaproxyWord> words, Origin origin, List<Integer> branches) {
    public HaproxyDirective {
        Objects.requireNonNull(origin, "origin");
        words = List.copyOf(words);
        branches = List.copyOf(branches);
        if (words.isEmpty()) {
            throw new IllegalArgumentException(origin + ": a directive has at least a keyword");
        }
    }

    /** The word at a place, or an empty known word past the end. */
    public HaproxyWord word(int at) {
        return at < words.size() ? words.get(at) : new HaproxyWord("", true);
    }

    /** Whether the line begins with {@code no}. */
    public boolean negated() {
        return words.size() > 1 && words.get(0).text().equals("no");
    }

    /** Whether the line, after a {@code no}, begins with these words. */
    public boolean says(List<String> keyword) {
        int from = negated() ? 1 : 0;
        if (words.size() < from + keyword.size()) {
            return false;
        }
        for (int i = 0; i < keyword.size(); i++) {
            if (!words.get(from + i).text().equals(keyword.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether the line is certain to be there for somebody who stands inside these branches. */
    boolean isCertainInside(List<Integer> around) {
        return branches.size() <= around.size() && branches.equals(around.subList(0, branches.size()));
    }
}
