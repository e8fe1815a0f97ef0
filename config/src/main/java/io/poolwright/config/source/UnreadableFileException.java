package io.poolwright.config.source;

/** A file that cannot be taken as text. The reason is a clause: {@code it is a binary file}. */
public final class UnreadableFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableFileException(String reason) {
        super(reason);
    }

    /** Why, in a clause. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
