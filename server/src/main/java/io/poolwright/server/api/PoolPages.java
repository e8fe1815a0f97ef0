package io.poolwright.server.api;

import io.poolwright.model.live.Measure;
import io.poolwright.model.live.PoolId;
import io.poolwright.server.answers.Problem;
import io.poolwright.server.answers.RefusedRequestException;
import io.poolwright.server.ui.Span;
import io.poolwright.server.watch.LiveScreens;
import io.poolwright.server.watch.LiveWatch;
import io.poolwright.watch.view.PoolKey;
import io.poolwright.watch.view.PoolState;
import io.poolwright.watch.view.TimeLine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/pools}: every pool against its limit, now and over a time. */
@RestController
public final class PoolPages {
    private final LiveWatch watch;
    private final LiveScreens screens;
    private final Clock clock;

    PoolPages(LiveWatch watch, LiveScreens screens, Clock clock) {
        this.watch = watch;
        this.screens = screens;
        this.clock = clock;
    }

    @GetMapping("/api/v1/pools")
    PoolView.Listing list(
            @RequestParam(name = "service", required = false) @Nullable String service,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            @RequestParam(name = "limit", required = false) @Nullable String limit) {
        int most = Demand.limit(limit);
        List<PoolState> all = watch.eye().looks().stream()
                .filter(look -> service == null || look.state().service().equals(service))
                .flatMap(look -> look.pools().stream())
                .sorted((a, b) -> a.id().compareTo(b.id()))
                .filter(state -> cursor == null
                        || PoolKey.parse(cursor)
                                .map(at -> state.id().compareTo(at) > 0)
                                .orElse(true))
                .limit(most + 1L)
                .toList();
        List<PoolView> items = all.stream().limit(most).map(PoolView::of).toList();
        return new PoolView.Listing(
                items,
                all.size() > most ? Optional.of(items.get(items.size() - 1).id()) : Optional.empty());
    }

    @GetMapping("/api/v1/pools/{id}")
    PoolView one(@PathVariable("id") String id) {
        return watch.sight().state(pool(id)).map(PoolView::of).orElseThrow(() -> missing(id));
    }

    @GetMapping("/api/v1/pools/{id}/history")
    PoolView.Line history(
            @PathVariable("id") String id,
            @RequestParam(name = "from", required = false) @Nullable String from,
            @RequestParam(name = "to", required = false) @Nullable String to) {
        PoolId pool = pool(id);
        if (watch.sight().state(pool).isEmpty()) {
            throw missing(id);
        }
        Instant end = Demand.instant("to", to).orElse(clock.instant());
        Instant start = Demand.instant("from", from).orElse(end.minus(Duration.ofMinutes(15)));
        if (!start.isBefore(end)) {
            throw new RefusedRequestException(Problem.of(400, "The time ends before it begins.")
                    .write("?from=2026-11-21T13:00:00Z&to=2026-11-21T14:00:00Z"));
        }
        TimeLine line = screens.line(pool, new Span(start, end, false));
        Map<String, List<@Nullable Double>> columns = new LinkedHashMap<>();
        for (Measure measure : Measure.values()) {
            List<@Nullable Double> column = new ArrayList<>(line.size());
            for (int i = 0; i < line.size(); i++) {
                double value = line.raw(measure, i);
                column.add(Double.isNaN(value) ? null : value);
            }
            columns.put(measure.id(), column);
        }
        List<Long> at = new ArrayList<>(line.size());
        for (int i = 0; i < line.size(); i++) {
            at.add(line.at(i));
        }
        return new PoolView.Line(id, at, columns);
    }

    @GetMapping("/api/v1/services")
    ServiceView.Listing services() {
        return new ServiceView.Listing(
                watch.eye().looks().stream().map(ServiceView::of).toList());
    }

    @GetMapping("/api/v1/findings")
    FindingView.Listing findings() {
        return new FindingView.Listing(
                watch.eye().findings().stream().map(FindingView::of).toList());
    }

    private static PoolId pool(String id) {
        return PoolKey.parse(id).orElseThrow(() -> missing(id));
    }

    private static RefusedRequestException missing(String id) {
        return new RefusedRequestException(
                Problem.of(404, "There is no such pool, or it is gone for a quarter of an hour.")
                        .found(id));
    }
}
