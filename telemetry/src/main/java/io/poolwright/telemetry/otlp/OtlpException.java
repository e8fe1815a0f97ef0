package io.poolwright.telemetry.otlp;

/** A body is no OTLP metrics request; nothing of it was taken, and sending it again will not help. */
public final class OtlpException extends Exception {
    private static final long serialVersionUID = 1L;

    OtlpException(String message) {
        super(message);
    }

    OtlpException(String message, Throwable cause) {
        super(message, cause);
    }
}
