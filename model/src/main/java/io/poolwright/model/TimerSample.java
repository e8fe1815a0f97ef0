package io.poolwright.model;

import java.util.Objects;
import java.util.Optional;

/**
 * A cumulative timer: how many events, and how long they took together.
 *
 * @param count events since the process started
 * @param seconds their total duration, in seconds
 * @param max longest event of the recent window that the source keeps (Micrometer: about 2 min), in seconds
 * @param buckets how long they took one by one, when the source keeps a histogram
 */
public record TimerSample(long count, double seconds, double max, Optional<TimerBuckets> buckets) {
    public TimerSample {
        Objects.requireNonNull(buckets, "buckets");
    }

    /** A timer of which the source keeps no histogram. */
    public TimerSample(long count, double seconds, double max) {
        this(count, seconds, max, Optional.empty());
    }
}
