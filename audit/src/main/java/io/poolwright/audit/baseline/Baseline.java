package io.poolwright.audit.baseline;

import java.util.ArrayList;
import java.util.List;

/**
 * The findings that were known when it was written. Two that look the same count as two: fixing one of them does not allow a
 * third.
 */
public record Baseline(List<Known> known) {
    /** Nothing is known. */
    public static final Baseline NONE = new Baseline(List.of());

    public Baseline {
        known = List.copyOf(known);
    }

    /**
     * Which of these are known.
     *
     * @param now the findings of today, in any order
     */
    public Comparison compare(List<Known> now) {
        List<Known> left = new ArrayList<>(known);
        List<Boolean> seen = new ArrayList<>();
        for (Known one : now) {
            seen.add(left.remove(one));
        }
        return new Comparison(seen, left);
    }

    /**
     * A baseline against today.
     *
     * @param known whether each of today's findings was known, in their order
     * @param gone what was known and is no more: the baseline can shrink
     */
    public record Comparison(List<Boolean> known, List<Known> gone) {
        public Comparison {
            known = List.copyOf(known);
            gone = List.copyOf(gone);
        }
    }
}
