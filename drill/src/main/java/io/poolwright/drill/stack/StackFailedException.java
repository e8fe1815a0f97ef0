package io.poolwright.drill.stack;

/** A part of the stack did not come up, or did not do what it was told; the message names its log. */
public final class StackFailedException extends RuntimeException {
    public StackFailedException(String message) {
        super(message);
    }

    public StackFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
