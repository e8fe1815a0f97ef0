package io.poolwright.drill.load;

/** Why an attempt came to nothing without a status. */
public enum Failure {
    /** The connection was refused or could not be made. */
    CONNECT("connect"),
    /** The peer closed or reset the connection before the answer was complete. */
    CLOSED("closed"),
    /** No complete answer within the client timeout; the socket was closed. */
    TIMEOUT("timeout"),
    /** No connection came free within the client timeout; nothing was sent, so it is not retried. */
    LINE("line"),
    /** The answer was not HTTP. */
    PROTOCOL("protocol");

    private final String reason;

    Failure(String reason) {
        this.reason = reason;
    }

    /** The key under which {@link LoadSecond#failed} counts it. */
    public String reason() {
        return reason;
    }
}
