package io.poolwright.server.ui;

import io.poolwright.model.live.PoolId;
import io.poolwright.watch.view.AlertLine;
import io.poolwright.watch.view.EventLine;
import io.poolwright.watch.view.Overview;
import io.poolwright.watch.view.PoolDetail;
import io.poolwright.watch.view.TargetLine;
import io.poolwright.watch.view.Views;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The screens of a server that watches nothing. */
public final class NothingWatched implements Screens {
    private final Clock clock;

    public NothingWatched(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Overview overview() {
        return Views.overview(clock.instant(), "", List.of(), List.of());
    }

    @Override
    public Optional<PoolDetail> pool(PoolId pool, Span span) {
        return Optional.empty();
    }

    @Override
    public List<AlertLine> alerts(Span span) {
        return List.of();
    }

    @Override
    public List<EventLine> events(Span span) {
        return List.of();
    }

    @Override
    public List<TargetLine> targets() {
        return List.of();
    }

    @Override
    public List<PoolId> pools() {
        return List.of();
    }
}
