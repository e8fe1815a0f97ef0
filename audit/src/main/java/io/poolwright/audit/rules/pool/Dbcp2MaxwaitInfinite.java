package io.poolwright.audit.rules.pool;

import io.poolwright.audit.Evidence;
import io.poolwright.audit.PartRule;
import io.poolwright.audit.RuleSpec;
import io.poolwright.audit.Scope;
import io.poolwright.audit.Severity;
import io.poolwright.audit.Verdict;
import io.poolwright.model.stack.Bound;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Layer;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * A borrower does not wait for ever.
 *
 * <p>Line: maxWaitMillis ≥ 0; −1 when unset. Source: Commons DBCP 2, configuration (maxWaitMillis).
 */
public final class Dbcp2MaxwaitInfinite implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "dbcp2-maxwait-infinite",
            "DBCP2 waits forever for a connection",
            Severity.HIGH,
            Scope.SINGLE_FILE,
            List.of(Layer.APP_POOL),
            "Commons DBCP 2, configuration (maxWaitMillis)");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.POOL, "dbcp2");
    }

    @Override
    public Verdict judge(Part pool, Stack stack, Evidence evidence) {

        Setting<Duration> wait = pool.role(Role.ACQUIRE_TIMEOUT);
        if (!Bound.isForever(evidence.use(wait, "the longest wait for a connection"))) {
            return evidence.pass();
        }
        return evidence.at(pool.origin())
                .at(wait)
                .change(wait, "5000")
                .finding(
                        "Requests wait without end for a connection of pool '%s': maxWaitMillis is %s"
                                .formatted(pool.name(), wait.written().orElse("not set")),
                        "maxWaitMillis 5000 or less, so that wait and query together fit into what the caller allows");
    }
}
