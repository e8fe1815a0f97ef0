package io.poolwright.drill.balancer;

/** What an operator has decided about a server, in HAProxy's words. */
enum ServerState {
    /** Takes requests. */
    READY("UP"),
    /** Finishes those it has. */
    DRAIN("DRAIN"),
    /** Out of service. */
    MAINT("MAINT");

    private final String status;

    ServerState(String status) {
        this.status = status;
    }

    /** As the statistics show it. */
    String status() {
        return status;
    }
}
