package io.poolwright.drill;

/** Which load balancer a stack gets. */
public enum BalancerKind {
    /** HAProxy where it is installed, else the embedded one. */
    AUTO,
    /** HAProxy, or an error. */
    HAPROXY,
    /** The embedded one. */
    EMBEDDED
}
