package io.poolwright.simulate.compare;

import io.poolwright.simulate.search.LoadLine;
import io.poolwright.simulate.search.Outcome;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether a change of configuration may go out, by simulation.
 *
 * @param stop whether it must not
 * @param reasons why it must not; empty when it may
 * @param notes what is worth knowing and is no reason
 * @param before what the stack does at its load without the change
 * @param after what it does with it
 * @param lineBefore the load line without it
 * @param lineAfter the load line with it
 * @param partial that runs were left out; empty when the answer is whole
 */
public record GateVerdict(
        boolean stop,
        List<String> reasons,
        List<String> notes,
        Outcome before,
        Outcome after,
        LoadLine lineBefore,
        LoadLine lineAfter,
        Optional<String> partial) {
    public GateVerdict {
        reasons = List.copyOf(reasons);
        notes = List.copyOf(notes);
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
    }
}
