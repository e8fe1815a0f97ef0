package io.poolwright.cli.audit;

/** A {@code poolwright.yaml} that cannot be understood; the message says where and what to write. Ends with exit code 2. */
public final class BrokenDeclarationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenDeclarationException(String message) {
        super(message);
    }
}
