package io.poolwright.cli.run;

/** The run was interrupted before it was over. */
public final class InterruptedRunException extends RuntimeException {
    private static final long serialVersionUID = 1;

    InterruptedRunException(InterruptedException cause) {
        super("the run was interrupted", cause);
    }
}
