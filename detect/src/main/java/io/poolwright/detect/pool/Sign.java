package io.poolwright.detect.pool;

/** What a judge says of one look. */
enum Sign {
    /** What it needs is missing: an alert that fires goes on firing, one that does not stays quiet. */
    UNKNOWN,
    /** Clearly on the good side of its line. */
    CLEAR,
    /** Neither wrong nor clearly right. */
    NEAR,
    INFO,
    WARNING,
    CRITICAL;

    boolean fires() {
        return compareTo(INFO) >= 0;
    }

    Severity severity() {
        return switch (this) {
            case CRITICAL -> Severity.CRITICAL;
            case WARNING -> Severity.WARNING;
            default -> Severity.INFO;
        };
    }
}
