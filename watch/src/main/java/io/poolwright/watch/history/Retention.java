package io.poolwright.watch.history;

import java.time.Duration;

/**
 * How long a store keeps what, and what it leaves alone.
 *
 * @param looks every look; whole hours
 * @param tens mean and highest of ten seconds; whole days
 * @param minutes mean and highest of a minute; whole days
 * @param reserve what stays free on the disk (bytes): with less than that, nothing is written
 * @param waiting most looks that wait to be written
 */
public record Retention(Duration looks, Duration tens, Duration minutes, long reserve, int waiting) {
    public Retention {
        whole(looks, Duration.ofHours(1), "every look");
        whole(tens, Duration.ofDays(1), "ten seconds");
        whole(minutes, Duration.ofDays(1), "minutes");
        if (reserve < 0 || waiting < 1) {
            throw new IllegalArgumentException(
                    "found a reserve of %d bytes and room for %d looks; accepted: 0 or more, 1 or more"
                            .formatted(reserve, waiting));
        }
    }

    /** A day of looks, a week of ten seconds, 400 days of minutes; 512 MiB stay free; 200,000 looks may wait (40 MB). */
    public static Retention usual() {
        return new Retention(Duration.ofHours(24), Duration.ofDays(7), Duration.ofDays(400), 512L << 20, 200_000);
    }

    public Retention withReserve(long bytes) {
        return new Retention(looks, tens, minutes, bytes, waiting);
    }

    public Retention withWaiting(int most) {
        return new Retention(looks, tens, minutes, reserve, most);
    }

    private static void whole(Duration time, Duration unit, String what) {
        if (time.compareTo(unit) < 0 || time.toMillis() % unit.toMillis() != 0) {
            throw new IllegalArgumentException("found %s for %s; accepted: whole %s, at least one; write: %s"
                    .formatted(time, what, unit.toHours() == 1 ? "hours" : "days", unit.multipliedBy(7)));
        }
    }
}
