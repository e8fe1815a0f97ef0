package io.poolwright.telemetry.jvm;

/** A group of metrics lacks one, or has one that is no number; becomes the reason of a silence. */
final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    Unreadable(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
