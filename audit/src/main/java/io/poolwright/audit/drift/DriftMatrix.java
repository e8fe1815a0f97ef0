package io.poolwright.audit.drift;

import java.util.List;

/**
 * Every pool, timeout and limit of several environments beside each other.
 *
 * @param environments in the order given
 * @param rows one for each setting that a person wrote down in at least one environment
 */
public record DriftMatrix(List<String> environments, List<Line> rows) {
    public DriftMatrix {
        environments = List.copyOf(environments);
        rows = List.copyOf(rows);
    }

    /** A row with its state, intentions considered. */
    public record Line(DriftRow row, DriftRow.State state) {}
}
