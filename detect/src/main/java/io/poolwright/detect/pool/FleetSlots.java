package io.poolwright.detect.pool;

import io.poolwright.detect.Say;
import io.poolwright.model.live.Reading;
import io.poolwright.model.live.Signal;
import java.util.List;
import java.util.Optional;

/**
 * All pools of one database against its slots. The first rule needs no load: it would have warned before the outage.
 *
 * <p>Sums are told only when each of the pools is known; one unknown pool makes the sum unknown.
 */
public final class FleetSlots {
    /** Connections; two counts taken at two moments differ by one or two in good health. */
    static final double RESIDUAL = 3;

    private FleetSlots() {}

    /**
     * What the pools may open together, against what the database accepts.
     *
     * @param limit sum of the pools' limits
     * @param slots usable slots of the database
     * @param text the sum, the slots, and why it matters
     */
    public record Fit(double limit, double slots, String text) {
        /** Whether all pools may be full at once. */
        public boolean fits() {
            return limit <= slots;
        }
    }

    /**
     * What the database holds for an application, against what its pools believe to have.
     *
     * @param held the database's count
     * @param pooled sum of the pools' connections
     * @param text both, and what the difference is
     */
    public record Residual(double held, double pooled, String text) {
        /** More than the pools know of: positive; fewer: negative. */
        public double difference() {
            return held - pooled;
        }

        /** Whether the difference is more than two moments explain. */
        public boolean differs() {
            return Math.abs(difference()) >= RESIDUAL;
        }
    }

    /**
     * Holds the limits of all pools of all instances against the database's usable slots; empty when any is unknown.
     *
     * @param pools every pool of every instance that connects to the database
     * @param database the database itself: its limit is its usable slots
     */
    public static Optional<Fit> fit(List<Reading> pools, Reading database) {
        double slots = Measuring.limit(database.raw(Signal.MAX));
        double limit = 0;
        for (Reading pool : pools) {
            limit += Measuring.limit(pool.raw(Signal.MAX));
        }
        if (pools.isEmpty() || Double.isNaN(limit) || Double.isNaN(slots)) {
            return Optional.empty();
        }
        String text = limit > slots
                ? "%s pools may open %s connections together, %s has %s slots: %s too many, and the last to ask get none"
                        .formatted(
                                Say.number(pools.size()),
                                Say.number(limit),
                                database.pool().name(),
                                Say.number(slots),
                                Say.number(limit - slots))
                : "%s pools may open %s connections together, %s has %s slots: %s are left for one more instance or an update"
                        .formatted(
                                Say.number(pools.size()),
                                Say.number(limit),
                                database.pool().name(),
                                Say.number(slots),
                                Say.number(slots - limit));
        return Optional.of(new Fit(limit, slots, text));
    }

    /**
     * Holds the database's count of an application's connections against the pools' own; empty when any is unknown.
     *
     * @param pools every pool of every instance of the application
     * @param held client backends that the database counts for it
     */
    public static Optional<Residual> residual(List<Reading> pools, double held) {
        double pooled = 0;
        for (Reading pool : pools) {
            pooled += total(pool);
        }
        if (pools.isEmpty() || Double.isNaN(pooled) || !(held >= 0)) {
            return Optional.empty();
        }
        double difference = held - pooled;
        String meaning = difference >= RESIDUAL
                ? ": it works for clients that have given up"
                : difference <= -RESIDUAL ? ": the next callers to borrow those that it has ended will fail" : "";
        String text = "the database holds %s connections, the pools know of %s%s"
                .formatted(Say.number(held), Say.number(pooled), meaning);
        return Optional.of(new Residual(held, pooled, text));
    }

    private static double total(Reading pool) {
        double total = pool.raw(Signal.TOTAL);
        return Double.isNaN(total) ? pool.raw(Signal.USED) + pool.raw(Signal.IDLE) : total;
    }
}
