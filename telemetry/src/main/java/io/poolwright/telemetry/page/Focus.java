package io.poolwright.telemetry.page;

import java.util.Objects;
import java.util.Optional;

/**
 * What on a page the diagnosis of a whole stack is about, for it takes one of each; empty where the page has only one.
 *
 * @param pool an instance's pool of database connections, by its name
 * @param frontend a balancer's frontend that clients call
 * @param backend the backend behind it whose servers are the instances
 */
public record Focus(Optional<String> pool, Optional<String> frontend, Optional<String> backend) {
    /** Whatever there is one of. */
    public static final Focus ANY = new Focus(Optional.empty(), Optional.empty(), Optional.empty());

    public Focus {
        Objects.requireNonNull(pool, "pool");
        Objects.requireNonNull(frontend, "frontend");
        Objects.requireNonNull(backend, "backend");
    }
}
