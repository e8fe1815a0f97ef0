package io.poolwright.simulate;

import java.util.Locale;

/** Why an attempt failed. A request that gives up counts under the reason of its last attempt. */
public enum Failure {
    /** The client waited as long as it does. */
    CLIENT_TIMEOUT,
    /** The balancer's queue was full. */
    LB_QUEUE_FULL,
    /** It waited in the balancer's queue as long as that allows. */
    LB_QUEUE_TIMEOUT,
    /** The instance took longer than the balancer waits. */
    LB_SERVER_TIMEOUT,
    /** No instance took the connection. */
    REFUSED,
    /** It was too old when a worker was free. */
    APP_DEADLINE,
    /** The pool had no connection in time. */
    ACQUIRE_TIMEOUT,
    /** The driver's limit of silence passed; the statement works on. */
    SOCKET_TIMEOUT,
    /** The call was cancelled by its own limit. */
    QUERY_TIMEOUT;

    /** Its name outside the code, such as {@code acquire-timeout}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
