package io.poolwright.simulate.compare;

import java.util.List;
import java.util.Objects;

/**
 * Two measurements against each other.
 *
 * @param difference what they show together: a regression of any figure is one
 * @param figures each figure
 * @param blockSeconds how long the blocks were that the intervals come from; longer than the measurements remember
 * @param notes what makes the two hard to compare
 */
public record Comparison(Difference difference, List<Compared> figures, int blockSeconds, List<String> notes) {
    public Comparison {
        Objects.requireNonNull(difference, "difference");
        figures = List.copyOf(figures);
        notes = List.copyOf(notes);
    }
}
