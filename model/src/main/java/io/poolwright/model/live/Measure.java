package io.poolwright.model.live;

/**
 * One number about one pool at one look, as it is drawn, kept and judged: gauges as they are, counters per second since
 * the look before.
 */
public enum Measure {
    USED("used", ""),
    IDLE("idle", ""),
    PENDING("pending", ""),
    MAX("max", ""),
    /** Mean wait of those that ended their wait since the look before (s). */
    WAIT_MEAN("wait_mean", "s"),
    WAIT_MAX("wait_max", "s"),
    /** Borrows or requests served (1/s). */
    THROUGHPUT("throughput", "1/s"),
    /** Mean time in use of what was returned since the look before (s). */
    USE_MEAN("use_mean", "s"),
    /** Connections opened (1/s). */
    CREATED("created", "1/s"),
    /** Callers that gave up waiting (1/s). */
    TIMEOUTS("timeouts", "1/s"),
    WAIT_P95("wait_p95", "s"),
    USE_P95("use_p95", "s");

    private final String id;
    private final String unit;

    Measure(String id, String unit) {
        this.id = id;
        this.unit = unit;
    }

    /** Its name outside the code, such as {@code wait_mean}. */
    public String id() {
        return id;
    }

    /** {@code s}, {@code 1/s}, or empty text for a plain count. */
    public String unit() {
        return unit;
    }
}
