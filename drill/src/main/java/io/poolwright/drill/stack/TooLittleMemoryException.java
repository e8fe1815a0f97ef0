package io.poolwright.drill.stack;

/** The machine has less memory available than a stack needs. */
public final class TooLittleMemoryException extends RuntimeException {
    TooLittleMemoryException(String message) {
        super(message);
    }
}
