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
 * @param rest calm lines that are not drawn at all
 */
public record GroupLine(String id, String service, List<RowLine> rows, List<RowLine> quiet, int rest) {
    /** A fold that holds more is a page that nobody reads. */
    private static final int MOST_FOLDED = 60;

    /** The id of the element that says how many are not drawn. */
    public String restId() {
        return id + "-rest";
    }

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
                group.quiet().stream()
                        .limit(MOST_FOLDED)
                        .map(row -> RowLine.of(row, now))
                        .toList(),
                Math.max(0, folded - MOST_FOLDED));
    }

    /** The same without any line. */
    GroupLine bare() {
        return new GroupLine(id, service, List.of(), List.of(), rest);
    }
}
