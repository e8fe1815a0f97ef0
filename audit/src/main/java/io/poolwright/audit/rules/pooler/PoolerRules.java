package io.poolwright.audit.rules.pooler;

import io.poolwright.audit.Rule;
import java.util.List;

/** All rules about PgBouncer and ProxySQL, by id. */
public final class PoolerRules {
    private PoolerRules() {}

    /** One of each. */
    public static List<Rule> all() {
        return List.of();
    }
}
