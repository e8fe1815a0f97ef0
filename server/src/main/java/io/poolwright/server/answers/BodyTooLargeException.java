package io.poolwright.server.answers;

import java.io.IOException;
import java.util.List;

/** A body that has more bytes than are read. */
public final class BodyTooLargeException extends IOException {
    private static final long serialVersionUID = 1;

    private final long most;

    BodyTooLargeException(String what, long most) {
        super("the %s has more than %d MiB".formatted(what, most >> 20));
        this.most = most;
    }

    Problem problem() {
        return Problem.of(413, "The body is too large: " + getMessage() + ".")
                .accepted(List.of("at most %d bytes".formatted(most)));
    }
}
