package io.poolwright.server.ui;

import io.poolwright.watch.view.Overview;
import io.poolwright.watch.view.State;
import java.util.Locale;

/** How many of what, as texts. */
public record SumLine(String pools, String services, String over, String near, String blind) {
    static SumLine of(Overview overview) {
        return new SumLine(
                number(overview.pools()),
                number(overview.services().size()),
                number(count(overview, State.OVER)),
                number(count(overview, State.NEAR)),
                number(overview.blindSpots().size()));
    }

    private static long count(Overview overview, State state) {
        return overview.rows().stream().filter(row -> row.state() == state).count();
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
