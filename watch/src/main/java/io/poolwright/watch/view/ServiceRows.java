package io.poolwright.watch.view;

import java.util.List;
import java.util.Objects;

/**
 * The pools of one service, in request order.
 *
 * @param service its name
 * @param state of the worst of them
 * @param rows lines that are shown
 * @param quiet calm lines that are folded away
 */
public record ServiceRows(String service, State state, List<PoolRow> rows, List<PoolRow> quiet) {
    public ServiceRows {
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(state, "state");
        rows = List.copyOf(rows);
        quiet = List.copyOf(quiet);
    }
}
