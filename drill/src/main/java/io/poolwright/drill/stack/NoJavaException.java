package io.poolwright.drill.stack;

/** The Java launcher that would start the stack's processes is missing. */
public final class NoJavaException extends RuntimeException {
    NoJavaException(String message) {
        super(message);
    }
}
