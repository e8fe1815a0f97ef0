package io.poolwright.config.haproxy;

import java.util.ArrayList;
import java.util.List;

/** The {@code default-server} lines that hold at a place in a section: those above it, then those of its defaults. */
final class HaproxyServerDefaults {
    private static final int MOST = 100; // beyond, the oldest are forgotten; a real section has one or two

    private List<HaproxyDirective> lines = List.of();

    HaproxyServerDefaults(List<HaproxySection> defaults) {
        for (int i = defaults.size() - 1; i >= 0; i--) {
            defaults.get(i).directives().forEach(this::pass);
        }
    }

    /** The one that counts most first. */
    List<HaproxyDirective> lines() {
        return lines;
    }

    void pass(HaproxyDirective line) {
        if (line.says(List.of("default-server"))) {
            List<HaproxyDirective> more = new ArrayList<>();
            more.add(line);
            more.addAll(lines.subList(0, Math.min(lines.size(), MOST - 1)));
            lines = List.copyOf(more);
        }
    }
}
