package io.poolwright.simulate.plan;

import java.util.Objects;

/**
 * When a step is to be taken back.
 *
 * @param metric what to watch, by the name it is published under
 * @param above the step is taken back when the metric stays above this
 * @param seconds for this long
 * @param said all of it in words
 */
public record Rollback(String metric, double above, double seconds, String said) {
    public Rollback {
        Objects.requireNonNull(metric, "metric");
        Objects.requireNonNull(said, "said");
    }
}
