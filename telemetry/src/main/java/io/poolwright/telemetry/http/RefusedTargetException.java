package io.poolwright.telemetry.http;

import java.io.IOException;

/** A host's address is one that is not to be asked, whoever wrote it down. */
public final class RefusedTargetException extends IOException {
    private static final long serialVersionUID = 1L;

    RefusedTargetException(String message) {
        super(message);
    }
}
