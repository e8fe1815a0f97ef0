package io.poolwright.telemetry.prometheus;

/** A metrics page has a line that the Prometheus text format does not allow. */
public final class MetricsSyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int QUOTED = 60;

    private final int line;

    MetricsSyntaxException(int line, String found, String accepted) {
        super("metrics page, line %d: found %s; accepted: %s".formatted(line, shortened(found), accepted));
        this.line = line;
    }

    /** The line at fault, counted from 1. */
    public int line() {
        return line;
    }

    private static String shortened(String found) {
        return found.length() <= QUOTED ? found : found.substring(0, QUOTED) + "…";
    }
}
