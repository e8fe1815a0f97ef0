package io.poolwright.server;

/** A setting that the server cannot start with. One sentence: what was found, what is accepted, what to write. Exit code 2. */
public final class RefusedSettingException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** One sentence: what was found, what is accepted, what to write instead. */
    public RefusedSettingException(String message) {
        super(message);
    }
}
