package io.poolwright.watch.view;

import java.util.Objects;
import java.util.Optional;

/**
 * The same pool on one instance, small, beside its siblings.
 *
 * @param row how it stands
 * @param line its measures, few points
 * @param odd in what it differs from its siblings, in a clause; empty when it does not
 * @param here whether it is the one that is looked at
 */
public record InstanceRow(PoolRow row, TimeLine line, Optional<String> odd, boolean here) {
    public InstanceRow {
        Objects.requireNonNull(row, "row");
        Objects.requireNonNull(line, "line");
        Objects.requireNonNull(odd, "odd");
    }
}
