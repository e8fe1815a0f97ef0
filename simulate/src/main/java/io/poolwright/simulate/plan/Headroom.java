package io.poolwright.simulate.plan;

import io.poolwright.simulate.search.Estimate;
import io.poolwright.simulate.search.LoadLine;
import io.poolwright.simulate.search.Numbers;
import java.util.Optional;

/** What the recommended settings cost: a pool that is just large enough for a load is too small for a much larger one. */
final class Headroom {
    /** A line that comes nearer by less than this share is no loss. */
    private static final double MATTERS = 0.9;

    private Headroom() {}

    static Optional<String> lost(Optional<LoadLine> before, Optional<LoadLine> after) {
        Optional<Estimate> then = before.flatMap(line -> line.slo().rate());
        Optional<Estimate> now = after.flatMap(line -> line.slo().rate());
        if (then.isEmpty()
                || now.isEmpty()
                || now.get().mean() >= MATTERS * then.get().mean()) {
            return Optional.empty();
        }
        return Optional.of(
                "these sizes are for the load they were asked for: they meet the goal up to %s requests/s, where those of today do up to %s; plan again before it grows that far"
                        .formatted(
                                Numbers.plain(now.get().mean()),
                                Numbers.plain(then.get().mean())));
    }
}
