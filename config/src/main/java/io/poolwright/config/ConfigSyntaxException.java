package io.poolwright.config;

import io.poolwright.model.Origin;

/** A file we were asked to read says something its product would not accept. */
public final class ConfigSyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Origin origin;

    /** Message: where, what it says, what is accepted, what to write instead. */
    public ConfigSyntaxException(Origin origin, String saw, String accepted, String write) {
        super("%s: found %s; accepted: %s; write: %s".formatted(origin, saw, accepted, write));
        this.origin = origin;
    }

    /** The line at fault. */
    public Origin origin() {
        return origin;
    }
}
