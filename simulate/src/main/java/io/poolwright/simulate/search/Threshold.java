package io.poolwright.simulate.search;

import java.util.Objects;
import java.util.Optional;

/**
 * One rate of the load line.
 *
 * @param rate requests a second, with its 95 % interval over replications; empty when there is none to give
 * @param why what the rate separates, or why there is none
 */
public record Threshold(Optional<Estimate> rate, String why) {
    public Threshold {
        Objects.requireNonNull(rate, "rate");
        Objects.requireNonNull(why, "why");
    }

    static Threshold none(String why) {
        return new Threshold(Optional.empty(), why);
    }
}
