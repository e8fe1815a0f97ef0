package io.poolwright.server.ui;

import io.poolwright.watch.view.Overview;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The first page over time: draws only what differs from the last time, once for all who look. One thread. */
final class OverviewFeed implements Supplier<Patch> {
    private final Screens screens;
    private final Parts parts;
    private Map<String, Object> drawnFrom = new HashMap<>();
    private Map<String, String> drawn = Map.of();
    private Map<String, List<String>> order = Map.of();
    private String clock = "";

    OverviewFeed(Screens screens, Parts parts) {
        this.screens = screens;
        this.parts = parts;
    }

    /** What changed since the last call. */
    @Override
    public Patch get() {
        Overview overview = screens.overview();
        Map<String, Object> from = new HashMap<>();
        Map<String, String> now = new LinkedHashMap<>();
        Map<String, List<String>> places = new LinkedHashMap<>();
        draw(from, now, "headline", "ui/parts", "headline", HeadLine.of(overview));
        draw(from, now, "sum", "ui/parts", "sum", SumLine.of(overview));
        List<String> groups = new ArrayList<>();
        for (GroupLine group : overview.services().stream()
                .map(it -> GroupLine.of(it, overview.at()))
                .toList()) {
            groups.add(group.id());
            groups.add(group.id() + "-quiet");
            draw(from, now, group.id() + "-name", "ui/parts", "group", group.withoutRows());
            rows(from, now, places, group.id(), group.id() + "-name", group.rows());
            rows(from, now, places, group.id() + "-quiet", "", group.quiet());
        }
        places.put("pools", groups);
        Patch patch = new Patch(Clocks.second(overview.at()), Parts.changes(drawn, now), Parts.moved(order, places));
        drawnFrom = from;
        drawn = now;
        order = places;
        clock = patch.clock();
        return patch;
    }

    /** Everything, for a page that has just been opened: it may be a moment older. */
    Patch whole() {
        return new Patch(clock, drawn, order);
    }

    private void rows(
            Map<String, Object> from,
            Map<String, String> now,
            Map<String, List<String>> places,
            String parent,
            String first,
            List<RowLine> rows) {
        List<String> children = new ArrayList<>();
        if (!first.isEmpty()) {
            children.add(first);
        }
        for (RowLine row : rows) {
            children.add(row.id());
            draw(from, now, row.id(), "ui/parts", "row", row);
        }
        places.put(parent, children);
    }

    private void draw(
            Map<String, Object> from,
            Map<String, String> now,
            String id,
            String template,
            String fragment,
            Object value) {
        from.put(id, value);
        String before = drawn.get(id);
        now.put(
                id,
                before != null && value.equals(drawnFrom.get(id))
                        ? before
                        : parts.draw(template, fragment, Map.of(variable(fragment), value)));
    }

    private static String variable(String fragment) {
        return fragment.equals("row") ? "line" : fragment;
    }
}
