package io.poolwright.cli;

/** Something that the command needs is not there. One sentence: what, and what to do about it. Ends with exit code 2. */
public final class UnmetNeedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** One sentence: what is missing, and what to do about it. */
    public UnmetNeedException(String message) {
        super(message);
    }
}
