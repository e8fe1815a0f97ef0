package io.poolwright.server.ui;

import io.poolwright.model.live.PoolId;
import io.poolwright.watch.view.PoolDetail;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One pool's page over time. One thread. */
final class PoolFeed {
    private static final List<String> FRAGMENTS =
            List.of("poolHead", "firing", "limits", "figures", "checks", "instances", "markers");

    private final Screens screens;
    private final Parts parts;
    private final PoolId pool;
    private final Clock clock;
    private Map<String, String> drawn = Map.of();
    private String time = "";
    private Optional<String> point = Optional.empty();

    PoolFeed(Screens screens, Parts parts, PoolId pool, Clock clock) {
        this.screens = screens;
        this.parts = parts;
        this.pool = pool;
        this.clock = clock;
    }

    /** What changed since the last call. */
    Patch next() {
        Optional<PoolDetail> found = screens.pool(pool, Span.of(null, null, null, clock.instant()));
        if (found.isEmpty()) {
            return new Patch(Clocks.second(clock.instant()), Map.of(), Map.of());
        }
        PoolDetail detail = found.get();
        Map<String, Object> sheet = PoolSheet.of(detail);
        Map<String, String> now = new LinkedHashMap<>();
        for (String fragment : FRAGMENTS) {
            now.put(fragment, parts.draw("ui/sheet", fragment, sheet));
        }
        Map<String, String> changes = Parts.changes(drawn, now);
        drawn = now;
        time = Clocks.second(detail.at());
        point = ChartJson.last(detail.line());
        return new Patch(time, changes, Map.of());
    }

    /** Everything. */
    Patch whole() {
        return new Patch(time, drawn, Map.of());
    }

    /** The newest point of the charts, as JSON; empty when there is none. */
    Optional<String> point() {
        return point;
    }
}
