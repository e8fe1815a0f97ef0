package io.poolwright.simulate.fit;

/** What was asked for cannot be made into a model; the message says what was found and what is accepted. */
public final class FitException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    FitException(String message) {
        super(message);
    }
}
