package io.poolwright.drill.stack;

/** A port that the stack was told to use is in use, or no port is free at all. */
public final class PortTakenException extends RuntimeException {
    PortTakenException(String message) {
        super(message);
    }
}
