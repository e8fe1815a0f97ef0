package io.poolwright.server.ui;

import java.time.Instant;

/**
 * A time as a page writes it.
 *
 * @param iso for the machine
 * @param text in UTC, without the zone
 * @param ago how long before now
 */
public record Moment(String iso, String text, String ago) {
    static Moment of(Instant at, Instant now) {
        return new Moment(
                at.truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString(),
                Clocks.when(at, now),
                Clocks.ago(at, now));
    }
}
