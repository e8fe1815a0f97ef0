package io.poolwright.telemetry.prometheus;

import java.util.Objects;

/**
 * How much of a metrics page a reader agrees to hold.
 *
 * @param bytes longest page, in bytes; a longer one is refused, never cut
 * @param series most series on one page, those outside the wanted prefixes not counted
 * @param seriesBytes longest series, in bytes: its name and its labels
 * @param labels most labels of one series
 * @param beyond what is done with more series, or with one that is longer or has more labels
 */
public record PageLimits(int bytes, int series, int seriesBytes, int labels, Beyond beyond) {
    /** Room for the largest pages seen in practice: 64 MiB and a million series. */
    public static final PageLimits GENEROUS = new PageLimits(64 << 20, 1_000_000);

    public PageLimits {
        Objects.requireNonNull(beyond, "beyond");
        if (bytes < 1 || series < 1 || seriesBytes < 1 || labels < 1) {
            throw new IllegalArgumentException(
                    "limits must be at least 1, were %d bytes, %d series, %d bytes a series and %d labels"
                            .formatted(bytes, series, seriesBytes, labels));
        }
    }

    /** A page with more series is refused; one series may be as long as it likes. */
    public PageLimits(int bytes, int series) {
        this(bytes, series, Integer.MAX_VALUE, Integer.MAX_VALUE, Beyond.REFUSED);
    }

    /** What is done with what is beyond a limit. */
    public enum Beyond {
        /** The whole page is refused. */
        REFUSED,
        /** It is counted and left out; the series that are known already are read on. */
        LEFT_OUT
    }
}
