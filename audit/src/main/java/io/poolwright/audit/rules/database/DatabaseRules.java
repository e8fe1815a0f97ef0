package io.poolwright.audit.rules.database;

import io.poolwright.audit.Rule;
import java.util.List;

/** All rules about database servers and the sums of connections that reach them, by id. */
public final class DatabaseRules {
    private DatabaseRules() {}

    /** One of each. */
    public static List<Rule> all() {
        return List.of();
    }
}
