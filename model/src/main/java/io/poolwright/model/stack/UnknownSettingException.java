package io.poolwright.model.stack;

/** A judgement asked for a setting that nobody knows. The auditor reports it as "cannot tell". */
public final class UnknownSettingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param missing what is not known, and if it helps, how to supply it */
    public UnknownSettingException(String missing) {
        super(missing, null, false, false);
    }

    /** What is not known. */
    public String missing() {
        return String.valueOf(getMessage());
    }
}
