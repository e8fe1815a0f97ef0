package io.poolwright.audit.rules.ladder;

import io.poolwright.audit.Rule;
import java.util.List;

/** All rules about whole ways from client to database, and whole repositories, by id. */
public final class LadderRules {
    private LadderRules() {}

    /** One of each. */
    public static List<Rule> all() {
        return List.of(
                new AppBudgetExceedsLb(),
                new ConfigParseError(),
                new CpuVsPool(),
                new FunnelNotMonotone(),
                new HikariPoolOversized(),
                new PlaceholderUnresolved(),
                new ReplicaPoolDrift(),
                new TimeoutChainInverted());
    }
}
