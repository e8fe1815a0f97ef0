package io.poolwright.server.ui;

import io.poolwright.watch.view.Overview;
import io.poolwright.watch.view.ServiceRows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The first page over time: draws only what differs from the last time, once for all who look. One thread at a time. */
final class OverviewFeed {
    private final Screens screens;
    private final Parts parts;
    private Looks last = new Looks();

    /** Everything that the page shows at one moment. */
    private static final class Looks {
        private final Map<String, Object> values = new HashMap<>();
        private final Map<String, String> drawn = new LinkedHashMap<>();
        private final Map<String, List<String>> order = new LinkedHashMap<>();
        private final Set<String> folded = new HashSet<>();
        private String clock = "";
    }

    OverviewFeed(Screens screens, Parts parts) {
        this.screens = screens;
        this.parts = parts;
    }

    /**
     * What changed since the last call.
     *
     * @param unfolded whether anybody sees lines that are folded away; else they are not drawn
     */
    Patch next(boolean unfolded) {
        Overview overview = screens.overview();
        Looks now = new Looks();
        now.clock = Clocks.second(overview.at());
        draw(now, "headline", "headline", HeadLine.of(overview));
        draw(now, "sum", "sum", SumLine.of(overview));
        List<String> groups = new ArrayList<>();
        for (ServiceRows service : overview.services()) {
            GroupLine group = GroupLine.of(service, overview.at());
            groups.addAll(List.of(group.id(), group.quietId()));
            if (group.rows().isEmpty()) {
                now.order.put(group.id(), List.of(group.noneId()));
                draw(now, group.noneId(), "none", group.bare());
            } else {
                now.order.put(group.id(), group.rows().stream().map(RowLine::id).toList());
            }
            List<String> quiet =
                    new ArrayList<>(group.quiet().stream().map(RowLine::id).toList());
            if (group.rest() > 0) {
                quiet.add(group.restId());
                draw(now, group.restId(), "rest", group.bare());
            }
            now.order.put(group.quietId(), quiet);
            group.rows().forEach(row -> draw(now, row.id(), "row", row));
            group.quiet().forEach(row -> now.folded.add(row.id()));
            if (unfolded) {
                group.quiet().forEach(row -> draw(now, row.id(), "row", row));
            }
        }
        now.order.put("pools", groups);
        Looks before = last;
        last = now;
        Map<String, String> changes = Parts.changes(before.drawn, now.drawn);
        now.drawn.forEach((id, html) -> {
            if (before.folded.contains(id) && !now.folded.contains(id)) {
                changes.put(id, html); // those who do not see folded lines have an old one
            }
        });
        return new Patch(now.clock, changes, Parts.moved(before.order, now.order));
    }

    /** Everything, for a page that has just been opened or has missed something. */
    Patch whole() {
        return new Patch(last.clock, last.drawn, last.order);
    }

    /** Lines that are folded away. */
    Set<String> folded() {
        return last.folded;
    }

    private void draw(Looks now, String id, String fragment, Object value) {
        now.values.put(id, value);
        String before = value.equals(last.values.get(id)) ? last.drawn.get(id) : null;
        now.drawn.put(
                id, before != null ? before : parts.draw("ui/parts", fragment, Map.of(variable(fragment), value)));
    }

    private static String variable(String fragment) {
        return switch (fragment) {
            case "row" -> "line";
            case "none", "rest" -> "group";
            default -> fragment;
        };
    }
}
