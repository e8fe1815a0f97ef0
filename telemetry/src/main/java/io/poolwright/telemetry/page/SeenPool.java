package io.poolwright.telemetry.page;

import io.poolwright.model.live.PoolId;
import io.poolwright.model.live.Reading;
import io.poolwright.model.live.Signal;
import io.poolwright.telemetry.dialect.Binding;
import io.poolwright.telemetry.dialect.Dialect;
import io.poolwright.telemetry.dialect.Parts;
import org.jspecify.annotations.Nullable;

/** One pool of a target as one dialect tells it, or what a group of pools has in common. */
final class SeenPool {
    final PoolKey key;
    final Dialect dialect;
    final Parts parts = new Parts();

    /** The look at which it was on the page last. */
    long look = -1;

    /** How many pools of the group there were at that look; for a group only. */
    int members;

    /** How it goes by; null until it has a name. */
    @Nullable
    PoolId id;

    /** The same pool as a dialect tells it that comes before this one. */
    @Nullable
    SeenPool first;

    /** Whether it is a pool of another kind under a second name, and is left out. */
    boolean twin;

    /** Whether a group says something of it too. */
    final boolean grouped;

    private final @Nullable Buckets[] buckets = new @Nullable Buckets[Signal.values().length];
    private long sums;
    private long only;

    SeenPool(PoolKey key, Dialect dialect) {
        this.key = key;
        this.dialect = dialect;
        this.grouped = !key.group().isEmpty();
    }

    void begin(long thisLook) {
        look = thisLook;
        members = 0;
        parts.begin();
        for (Buckets histogram : buckets) {
            if (histogram != null) {
                histogram.begin();
            }
        }
    }

    void take(Binding binding, double value) {
        int part = binding.part();
        switch (binding.how()) {
            case ONLY, EACH -> parts.only(part, value, binding);
            case SINGLE -> {
                only |= 1L << part;
                parts.only(part, value, binding);
            }
            case SUM -> {
                sums |= 1L << part;
                parts.sum(part, value, binding);
            }
            case BUCKET -> {
                Buckets histogram = buckets[part];
                if (histogram == null) {
                    histogram = new Buckets();
                    buckets[part] = histogram;
                }
                histogram.take(binding.bound(), value);
            }
        }
    }

    /** A sum is not known when series of the page were left out: one of them may belong to it. */
    void doubtSums() {
        for (int part = 0; part < Long.SIZE; part++) {
            if ((sums & (1L << part)) != 0) {
                parts.refuse(part, "part of the page was left out for its size");
            }
        }
    }

    /** Takes over what the group says: of each of its pools, or in all when this is its only one. */
    void joinGroup(SeenPool group) {
        for (int part = 0; part < Parts.SCRATCH; part++) {
            if ((group.only & (1L << part)) == 0 || group.members == 1) {
                parts.fill(part, group.parts);
            } else {
                parts.because(
                        Parts.signal(part),
                        "it is told for %s as a whole, which has %d pools".formatted(key.group(), group.members));
            }
        }
    }

    /** Works out what follows from the numbers of the page. */
    void complete() {
        for (int part = 0; part < buckets.length; part++) {
            Buckets histogram = buckets[part];
            Signal signal = Parts.signal(part);
            if (histogram != null && !parts.knows(signal)) {
                parts.set(signal, histogram.percentile(0.95));
                if (!parts.knows(signal)) {
                    parts.because(signal, histogram.reason());
                }
            }
        }
        dialect.complete(parts);
    }

    Reading reading(PoolId goesBy) {
        Reading.Builder reading = Reading.of(goesBy);
        parts.into(reading, dialect.reasons());
        return reading.build();
    }
}
