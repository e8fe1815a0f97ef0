package io.poolwright.server.ui;

import io.poolwright.watch.view.ServiceRows;
import java.time.Instant;
import java.util.List;

/**
 * The lines of one service.
 *
 * @param id of the element
 * @param more what the button says that unfolds the quiet ones
 */
public record GroupLine(String id, String service, String state, List<RowLine> rows, List<RowLine> quiet, String more) {
    static GroupLine of(ServiceRows group, Instant now) {
        int quiet = group.quiet().size();
        return new GroupLine(
                "s-" + Keys.id(group.service()),
                group.service(),
                group.state().id(),
                group.rows().stream().map(row -> RowLine.of(row, now)).toList(),
                group.quiet().stream().map(row -> RowLine.of(row, now)).toList(),
                quiet == 0 ? "" : "%d %scalm".formatted(quiet, group.rows().isEmpty() ? "" : "more "));
    }

    /** Its name and its button alone. */
    GroupLine withoutRows() {
        return new GroupLine(id, service, state, List.of(), List.of(), more);
    }
}
