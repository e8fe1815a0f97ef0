package io.poolwright.drill.stack;

import java.time.Duration;

/** What a process of the stack does, and so how it is asked to stop and how long it is waited for. */
public enum Role {
    /** The drill itself; never stopped by us. */
    DRIVER("TERM", Duration.ZERO),
    /** The load balancer. */
    BALANCER("TERM", Duration.ofSeconds(2)),
    /** One instance of the application: finishes what it is handling, for at most 1.5 s. */
    SHOP("TERM", Duration.ofSeconds(5)),
    /** PostgreSQL: SIGINT is its fast shutdown, which does not wait for clients to leave. */
    DATABASE("INT", Duration.ofSeconds(5));

    private final String signal;
    private final Duration patience;

    Role(String signal, Duration patience) {
        this.signal = signal;
        this.patience = patience;
    }

    String signal() {
        return signal;
    }

    Duration patience() {
        return patience;
    }
}
