package io.poolwright.server.ui;

import io.poolwright.watch.view.ServiceRows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of one service.
 *
 * @param id of the element
 * @param service its name
 * @param rows lines that are shown; the first bears the service's name
 * @param quiet calm lines that are folded away
 */
public record GroupLine(String id, String service, List<RowLine> rows, List<RowLine> quiet) {
    /** The id of the element that says that no pool of it is seen. */
    public String noneId() {
        return id + "-none";
    }

    /** The id of the element that holds the quiet ones. */
    public String quietId() {
        return id + "-quiet";
    }

    static GroupLine of(ServiceRows group, Instant now) {
        String id = "s-" + Keys.id(group.service());
        int folded = group.quiet().size();
        List<RowLine> rows = new ArrayList<>(
                group.rows().stream().map(row -> RowLine.of(row, now)).toList());
        if (!rows.isEmpty()) {
            rows.set(0, rows.get(0).leading(id, folded == 0 ? "" : "+" + folded));
        }
        return new GroupLine(
                id,
                group.service(),
                rows,
                group.quiet().stream().map(row -> RowLine.of(row, now)).toList());
    }
}
