package io.poolwright.server.state;

/** The same idempotency key came with something else before. */
public final class KeyReusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    KeyReusedException() {
        super("the idempotency key was used before, for something else");
    }
}
