package io.poolwright.telemetry.prometheus;

/**
 * How much of a metrics page a reader agrees to hold. A page beyond it is refused, never cut.
 *
 * @param bytes longest page, in bytes
 * @param series most series on one page, those outside the wanted prefixes not counted
 */
public record PageLimits(int bytes, int series) {
    /** Room for the largest pages seen in practice: 64 MiB and a million series. */
    public static final PageLimits GENEROUS = new PageLimits(64 << 20, 1_000_000);

    public PageLimits {
        if (bytes < 1 || series < 1) {
            throw new IllegalArgumentException(
                    "limits must be at least 1, were %d bytes and %d series".formatted(bytes, series));
        }
    }
}
