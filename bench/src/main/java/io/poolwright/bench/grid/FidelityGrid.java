package io.poolwright.bench.grid;

import static io.poolwright.bench.grid.Region.COLLAPSED;
import static io.poolwright.bench.grid.Region.KNEE;
import static io.poolwright.bench.grid.Region.STABLE;

import java.util.ArrayList;
import java.util.List;

/**
 * Settings around the default, stable, near the knee and collapsed, at which a simulator must agree with the real stack.
 *
 * <p>Layout: one connection serves about 26 transactions a second (38 ms held), so two instances carry about 53/s for each
 * connection of a pool.
 */
final class FidelityGrid {
    private static final int WARM_UP = 5;
    private static final int SECONDS = 20;
    /** Where few requests come, or few are slow, it takes longer to see the tail. */
    private static final int SECONDS_OF_RARE = 30;

    private final List<Point> points = new ArrayList<>();

    private FidelityGrid() {
        pools();
        balancer();
        slowQueries();
        scaleOut();
    }

    static List<Point> points() {
        return List.copyOf(new FidelityGrid().points);
    }

    private void pools() {
        Settings base = Settings.of(Workload.HOLD_BOUND);
        add(STABLE, base);
        add(STABLE, base.rate(100));
        add(STABLE, base.rate(300));
        add(STABLE, base.pool(6));
        add(STABLE, base.pool(6).acquireTimeout(250));
        add(KNEE, base.pool(6).rate(300));
        add(KNEE, base.pool(6).rate(300).acquireTimeout(250));
        add(KNEE, base.pool(4));
        add(KNEE, base.pool(4).acquireTimeout(1000));
        add(KNEE, base.pool(4).acquireTimeout(250));
        add(STABLE, base.pool(4).rate(100).acquireTimeout(250));
        add(COLLAPSED, base.pool(4).rate(300).acquireTimeout(250));
        add(COLLAPSED, base.pool(3));
        add(COLLAPSED, base.pool(3).acquireTimeout(1000));
        add(COLLAPSED, base.pool(3).acquireTimeout(250));
        add(STABLE, base.pool(3).rate(100).acquireTimeout(1000));
        add(KNEE, base.pool(2).rate(100));
        add(KNEE, base.pool(2).rate(100).acquireTimeout(250));
        add(COLLAPSED, base.pool(2).acquireTimeout(1000));
        add(COLLAPSED, base.pool(2).acquireTimeout(250));
    }

    private void balancer() {
        Settings base = Settings.of(Workload.HOLD_BOUND);
        add(STABLE, base.maxconn(6));
        add(KNEE, base.maxconn(4));
        add(COLLAPSED, base.maxconn(3));
        add(COLLAPSED, base.maxconn(2));
        add(STABLE, base.maxconn(3).rate(100));
        add(KNEE, base.maxconn(2).rate(100));
    }

    private void slowQueries() {
        Settings base = Settings.of(Workload.BIMODAL);
        rare(STABLE, base);
        rare(STABLE, base.rate(300));
        rare(KNEE, base.pool(6).rate(100));
        rare(COLLAPSED, base.pool(6).acquireTimeout(250));
        rare(STABLE, base.socketTimeout(1));
        rare(STABLE, base.socketTimeout(1).rate(100));
        rare(STABLE, base.socketTimeout(1).rate(100).tries(3));
        rare(KNEE, base.socketTimeout(1).tries(3));
        rare(COLLAPSED, base.socketTimeout(1).tries(3).rate(300));
    }

    /** Two and three instances: near the limit no two runs are alike, so one of each proves nothing. */
    private void scaleOut() {
        Settings bimodal = Settings.of(Workload.BIMODAL).socketTimeout(1).tries(3);
        repeated(COLLAPSED, Workload.BIMODAL, bimodal.instances(3), 1, 2);
        repeated(KNEE, Workload.BIMODAL, bimodal, 2, 2);
        Settings drill = Settings.of(Workload.DB_TIMEOUT).socketTimeout(1).tries(7);
        repeated(KNEE, Workload.DB_TIMEOUT, drill, 1, 2);
        repeated(COLLAPSED, Workload.DB_TIMEOUT, drill.instances(3), 1, 2);
    }

    private void repeated(Region region, Workload workload, Settings settings, int first, int last) {
        for (int repetition = first; repetition <= last; repetition++) {
            points.add(new Point(workload, settings, region, WARM_UP, SECONDS_OF_RARE, repetition));
        }
    }

    private void add(Region region, Settings settings) {
        int seconds = settings.rate() > 100 ? SECONDS : SECONDS_OF_RARE;
        points.add(new Point(Workload.HOLD_BOUND, settings, region, WARM_UP, seconds, 1));
    }

    private void rare(Region region, Settings settings) {
        points.add(new Point(Workload.BIMODAL, settings, region, WARM_UP, SECONDS_OF_RARE, 1));
    }
}
