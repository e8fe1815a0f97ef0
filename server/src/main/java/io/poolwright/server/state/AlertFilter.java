package io.poolwright.server.state;

import java.util.Optional;

/**
 * Which alerts are wanted.
 *
 * @param firing those that fire now, or those that are over; both when empty
 * @param service of this service
 */
public record AlertFilter(Optional<Boolean> firing, Optional<String> service) {
    /** Every alert. */
    public static final AlertFilter ALL = new AlertFilter(Optional.empty(), Optional.empty());

    /** Those that fire now. */
    public static final AlertFilter FIRING = new AlertFilter(Optional.of(true), Optional.empty());
}
