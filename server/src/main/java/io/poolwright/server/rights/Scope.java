package io.poolwright.server.rights;

import java.util.Arrays;
import java.util.Optional;

/** What an API token may be used for. A token never does more than the account that made it may do. */
public enum Scope {
    /** Reads what a viewer reads. */
    READ("read", Role.VIEWER),
    /** Reports deployments and changes of configuration. */
    WRITE_CHANGES("write:changes", Role.RESPONDER),
    /** Sends measurements. */
    WRITE_METRICS("write:metrics", Role.OPERATOR),
    /** Users and tokens. */
    ADMIN("admin", Role.ADMIN);

    private final String id;
    private final Role least;

    Scope(String id, Role least) {
        this.id = id;
        this.least = least;
    }

    /** As it is written in JSON and in the database. */
    public String id() {
        return id;
    }

    /** The least role that may give it to a token. */
    public Role least() {
        return least;
    }

    /** The scope that is written so. */
    public static Optional<Scope> of(String id) {
        return Arrays.stream(values()).filter(it -> it.id.equals(id)).findFirst();
    }
}
