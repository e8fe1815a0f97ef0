package io.poolwright.server.state;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The state cannot be read or written just now: no room, no connection. Nothing was acknowledged; the caller may try again. */
public final class UnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(UnavailableException.class);

    UnavailableException(String message) {
        super(message);
    }

    /** The reason goes to the log; callers are told only that it is not possible now. */
    static UnavailableException of(RuntimeException cause) {
        LOG.warn("the state cannot be reached: {}", String.valueOf(cause.getMessage()));
        return new UnavailableException("the state cannot be read or written just now");
    }
}
