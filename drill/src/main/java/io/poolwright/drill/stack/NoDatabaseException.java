package io.poolwright.drill.stack;

/** No way of running PostgreSQL worked; the message names each one tried and why it failed. */
public final class NoDatabaseException extends RuntimeException {
    NoDatabaseException(String message) {
        super(message);
    }
}
