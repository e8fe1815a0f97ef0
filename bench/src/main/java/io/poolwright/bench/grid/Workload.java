package io.poolwright.bench.grid;

import io.poolwright.drill.shop.Behaviour;
import io.poolwright.drill.shop.Demand;
import java.util.List;
import java.util.Locale;

/** What the customers' transactions ask of the database; each has another reason why a pool may be too small or too large. */
enum Workload {
    /** The shop as it is: a connection is held while the query sleeps, and no processor is the limit. */
    HOLD_BOUND(Behaviour.NORMAL, 200, 1000),
    /** The same, and two requests of a hundred take 1.5 s to 5 s. */
    BIMODAL(Behaviour.NORMAL.withSlowPerMille(20), 200, 2000),
    /** The query computes in the database: about 3.5 ms of a processor on average, no sleep. */
    CPU_BOUND(Behaviour.NORMAL.withDemand(new Demand(2.5, 0.8, true)), 200, 3000),
    /** Every transaction locks one and the same row, and holds it through a short query to its commit. */
    HOT_ROW(Behaviour.NORMAL.withHotRow(true).withDemand(new Demand(3, 0.5, false)), 130, 4000),
    /** As in the drill {@code db-timeout}: one request of a hundred takes 1.5 s to 5 s. */
    DB_TIMEOUT(Behaviour.NORMAL.withSlowPerMille(10), 200, 5000);

    /** Those for which a pool size is looked for. */
    static final List<Workload> SIZED = List.of(HOLD_BOUND, BIMODAL, CPU_BOUND, HOT_ROW);

    @SuppressWarnings("ImmutableEnumChecker") // a record of numbers; its module knows no annotation that says so
    private final Behaviour behaviour;

    private final int rate;
    private final long seed;

    Workload(Behaviour behaviour, int rate, long seed) {
        this.behaviour = behaviour;
        this.rate = rate;
        this.seed = seed;
    }

    /** Its name in files: {@code hold-bound}. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Behaviour behaviour() {
        return behaviour;
    }

    /** Requests a second at which two processors carry all of it without being full. */
    int rate() {
        return rate;
    }

    /** Of its arrivals: all settings meet the same customers, so that settings alone make the difference. */
    long seed() {
        return seed;
    }
}
