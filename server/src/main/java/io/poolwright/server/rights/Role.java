package io.poolwright.server.rights;

import java.util.Locale;

/** What somebody may do, each role all that the one before it may. */
public enum Role {
    /** Reads pools, events and alerts. Not trusted with anything else. */
    VIEWER,
    /** Acts on alerts, and reports changes and deployments. */
    RESPONDER,
    /** Changes thresholds and rules, but no targets. */
    OPERATOR,
    /** Targets, keys, users. */
    ADMIN;

    /** Whether this role may do what needs the other. */
    public boolean covers(Role needed) {
        return compareTo(needed) >= 0;
    }

    /** As it is written in JSON, on the command line and in the database. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
