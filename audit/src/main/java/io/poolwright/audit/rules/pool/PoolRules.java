package io.poolwright.audit.rules.pool;

import io.poolwright.audit.Rule;
import java.util.List;

/** All rules about connection pools inside applications, by id. */
public final class PoolRules {
    private PoolRules() {}

    /** One of each. */
    public static List<Rule> all() {
        return List.of();
    }
}
