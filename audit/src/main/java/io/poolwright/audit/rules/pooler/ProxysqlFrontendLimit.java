package io.poolwright.audit.rules.pooler;

import io.poolwright.audit.Evidence;
import io.poolwright.audit.PartRule;
import io.poolwright.audit.RuleSpec;
import io.poolwright.audit.Scope;
import io.poolwright.audit.Severity;
import io.poolwright.audit.Verdict;
import io.poolwright.audit.capacity.PoolerEntry;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Layer;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Stack;
import java.util.List;
import java.util.stream.Stream;

/**
 * ProxySQL must take in every connection that the pools of its applications may open.
 *
 * <p>Line: mysql-max_connections ≥ sum of copies × pool size. Source: ProxySQL documentation, mysql-max_connections (2,048 by
 * default).
 */
public final class ProxysqlFrontendLimit implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "proxysql-frontend-limit",
            "ProxySQL mysql-max_connections below demand",
            Severity.CRITICAL,
            Scope.CROSS_LAYER,
            List.of(Layer.POOLER, Layer.APP_POOL),
            "ProxySQL documentation, mysql-max_connections (2048 by default)");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.POOLER, "proxysql")
                .filter(pooler -> !PoolerEntry.clients(pooler, stack).isEmpty());
    }

    @Override
    public Verdict judge(Part subject, Stack stack, Evidence evidence) {
        return ClientLimit.judge(subject, stack, evidence);
    }
}
