package io.poolwright.server.state;

/** The state cannot be opened, read or written. One sentence, without SQL and without a secret. */
public final class StateException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** One sentence: what cannot be done, and why. */
    public StateException(String message) {
        super(message);
    }
}
