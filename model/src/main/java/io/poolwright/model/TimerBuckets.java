package io.poolwright.model;

import java.util.List;

/**
 * How long the events of a timer took, as a cumulative histogram.
 *
 * @param upTo bounds in seconds, rising strictly, finite
 * @param counts events since the process started that took at most the bound in the same place; never falling
 */
public record TimerBuckets(List<Double> upTo, List<Long> counts) {
    public TimerBuckets {
        upTo = List.copyOf(upTo);
        counts = List.copyOf(counts);
        if (upTo.isEmpty() || upTo.size() != counts.size()) {
            throw new IllegalArgumentException(
                    "a histogram has one count for each bound, had %d for %d".formatted(counts.size(), upTo.size()));
        }
    }
}
