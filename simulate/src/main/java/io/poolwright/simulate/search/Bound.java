package io.poolwright.simulate.search;

import java.util.Objects;

/**
 * A limit that a closed form puts on the rate that a stack can carry.
 *
 * @param id such as {@code database-cores}
 * @param rate requests a second that cannot be passed for long; infinite when it is no limit
 * @param said the limit in words, with its numbers
 */
public record Bound(String id, double rate, String said) {
    public Bound {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(said, "said");
        if (!(rate >= 0)) {
            throw new IllegalArgumentException("a bound is a rate of 0 or more, was " + rate);
        }
    }
}
