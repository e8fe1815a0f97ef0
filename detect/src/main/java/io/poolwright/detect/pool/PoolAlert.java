package io.poolwright.detect.pool;

import io.poolwright.model.live.PoolId;
import java.time.Instant;
import java.util.Objects;

/**
 * A symptom of one pool that somebody should know of, as of the moment it fired or became worse.
 *
 * @param detector id of the detector that saw it
 * @param pool where
 * @param severity how much it matters
 * @param title what is wrong, in a few words
 * @param text what was measured, the limit and its origin, and why it matters
 * @param firedAt when it began to fire; stays when it becomes worse
 * @param value what was measured
 * @param limit what it is held against
 * @param unit of both: {@code s}, {@code 1/s}, or empty text for a plain count or share
 * @param origin where the limit is from
 */
public record PoolAlert(
        String detector,
        PoolId pool,
        Severity severity,
        String title,
        String text,
        Instant firedAt,
        double value,
        double limit,
        String unit,
        String origin) {
    public PoolAlert {
        Objects.requireNonNull(detector, "detector");
        Objects.requireNonNull(pool, "pool");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(firedAt, "firedAt");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(origin, "origin");
    }
}
