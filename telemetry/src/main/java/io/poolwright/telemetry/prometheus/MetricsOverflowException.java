package io.poolwright.telemetry.prometheus;

/** A metrics page is larger than its reader agreed to hold; nothing of it is used. */
public final class MetricsOverflowException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MetricsOverflowException(String what, long found, long accepted) {
        super("metrics page: found %s%d %s; accepted: at most %d"
                .formatted(found > accepted ? "" : "more than ", found, what, accepted));
    }
}
