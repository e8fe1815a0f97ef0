package io.poolwright.model.live;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What one look saw of one pool. A signal is known or unknown, never zero for want of an answer; an unknown one may say
 * why, and which property of the source would provide it.
 *
 * <p>Only finite values that are not negative are ever known: NaN and -1 are how sources say "unknown".
 */
@SuppressWarnings("EnumOrdinal") // the place in the array, never written anywhere
public final class Reading {
    private static final Signal[] SIGNALS = Signal.values();

    private final PoolId pool;
    private final double[] values;
    private final Map<Signal, String> reasons;

    private Reading(PoolId pool, double[] values, Map<Signal, String> reasons) {
        this.pool = pool;
        this.values = values;
        this.reasons = reasons;
    }

    /** Begins a reading of a pool of which nothing is known yet. */
    public static Builder of(PoolId pool) {
        return new Builder(pool);
    }

    public PoolId pool() {
        return pool;
    }

    /** The signal's value, in its unit; empty when unknown. */
    public OptionalDouble get(Signal signal) {
        double value = values[signal.ordinal()];
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** The same without a box, for the hot path: NaN when unknown. */
    public double raw(Signal signal) {
        return values[signal.ordinal()];
    }

    public boolean knows(Signal signal) {
        return !Double.isNaN(values[signal.ordinal()]);
    }

    /** Why the signal is unknown, and what would provide it, where the source can say; else empty text. */
    public String reason(Signal signal) {
        return reasons.getOrDefault(signal, "");
    }

    /**
     * What this reading knows, and what another source knows of the same pool beside it: a balancer's statistics and its
     * log, say. What both know is as this one has it.
     */
    public Reading and(Reading other) {
        Builder both = new Builder(pool);
        for (Signal signal : SIGNALS) {
            Reading known = knows(signal) || !other.knows(signal) ? this : other;
            both.set(signal, known.raw(signal));
            String reason = reason(signal).isEmpty() ? other.reason(signal) : reason(signal);
            if (!reason.isEmpty()) {
                both.because(signal, reason);
            }
        }
        return both.build();
    }

    /** The same reading of a pool that goes by another name. */
    public Reading as(PoolId other) {
        return new Reading(other, values, reasons);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Reading that
                && pool.equals(that.pool)
                && Arrays.equals(values, that.values)
                && reasons.equals(that.reasons);
    }

    @Override
    public int hashCode() {
        return 31 * pool.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(pool.toString());
        for (Signal signal : SIGNALS) {
            if (knows(signal)) {
                text.append(' ').append(signal.id()).append('=').append(raw(signal));
            }
        }
        return text.toString();
    }

    /** Collects the signals of one reading; not for several threads. */
    public static final class Builder {
        private final PoolId pool;
        private double[] values = new double[SIGNALS.length];
        private Map<Signal, String> reasons = Map.of();
        /** Whether a reading that was built holds the values and reasons too. */
        private boolean shared;

        private Builder(PoolId pool) {
            this.pool = Objects.requireNonNull(pool, "pool");
            Arrays.fill(values, Double.NaN);
        }

        /** The signal's value in its unit; one that is not finite or is negative leaves it unknown. */
        public Builder set(Signal signal, double value) {
            own();
            values[signal.ordinal()] = value >= 0 && value < Double.POSITIVE_INFINITY ? value : Double.NaN;
            return this;
        }

        /** Adds to what is known of the signal: several series that make up one. */
        public Builder add(Signal signal, double value) {
            double before = values[signal.ordinal()];
            return set(signal, Double.isNaN(before) ? value : before + value);
        }

        /** What is known of the signal so far; empty when nothing. */
        public OptionalDouble get(Signal signal) {
            double value = values[signal.ordinal()];
            return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
        }

        /** Why the signal is unknown, and what would provide it; one sentence. Kept only if it stays unknown. */
        public Builder because(Signal signal, String reason) {
            own();
            if (reasons.isEmpty()) {
                reasons = new EnumMap<>(Signal.class);
            }
            reasons.put(signal, reason);
            return this;
        }

        public Reading build() {
            own();
            for (Signal signal : SIGNALS) {
                if (!reasons.isEmpty() && !Double.isNaN(values[signal.ordinal()])) {
                    reasons.remove(signal);
                }
            }
            shared = true;
            return new Reading(pool, values, reasons);
        }

        private void own() {
            if (shared) {
                values = values.clone();
                reasons = reasons.isEmpty() ? Map.of() : new EnumMap<>(reasons);
                shared = false;
            }
        }
    }
}
