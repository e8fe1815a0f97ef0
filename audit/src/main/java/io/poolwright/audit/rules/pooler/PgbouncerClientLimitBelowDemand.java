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
 * The pooler must take in every connection that the pools of its applications may open.
 *
 * <p>Line: max_client_conn ≥ sum of copies × pool size that can reach one instance: all of it, unless several copies of the pooler
 * share it. Source: PgBouncer documentation, max_client_conn (100 by default).
 */
public final class PgbouncerClientLimitBelowDemand implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "pgbouncer-client-limit-below-demand",
            "max_client_conn below the sum of app pools",
            Severity.CRITICAL,
            Scope.CROSS_LAYER,
            List.of(Layer.POOLER, Layer.APP_POOL),
            "PgBouncer documentation, max_client_conn (100 by default)");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.POOLER, "pgbouncer")
                .filter(pooler -> !PoolerEntry.clients(pooler, stack).isEmpty());
    }

    @Override
    public Verdict judge(Part subject, Stack stack, Evidence evidence) {
        return ClientLimit.judge(subject, stack, evidence);
    }
}
