package io.poolwright.server.ui;

import io.poolwright.model.live.PoolId;
import io.poolwright.watch.view.AlertLine;
import io.poolwright.watch.view.EventLine;
import io.poolwright.watch.view.Overview;
import io.poolwright.watch.view.PoolDetail;
import io.poolwright.watch.view.TargetLine;
import java.util.List;
import java.util.Optional;

/** What the pages show: the watch behind them. Every method answers from memory, or soon; several threads may ask. */
public interface Screens {

    /** All of what is watched, now. */
    Overview overview();

    /** One pool over a time; empty when there is no such pool. */
    Optional<PoolDetail> pool(PoolId pool, Span span);

    /** Alerts that fire or fired in a time, firing ones first, of equals the newest. */
    List<AlertLine> alerts(Span span);

    /** What happened in a time, the newest first. */
    List<EventLine> events(Span span);

    /** Every source that is asked, in the order of their declaration. */
    List<TargetLine> targets();

    /** Every pool that is watched. */
    List<PoolId> pools();
}
