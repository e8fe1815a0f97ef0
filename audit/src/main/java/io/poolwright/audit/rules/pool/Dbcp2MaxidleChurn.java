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
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.util.List;
import java.util.stream.Stream;

/**
 * Connections that come back are kept, not closed and opened again.
 *
 * <p>Line: maxIdle ≥ maxTotal / 2; 8 and 8 when unset. Source: Commons DBCP 2, configuration (note on maxIdle).
 */
public final class Dbcp2MaxidleChurn implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "dbcp2-maxidle-churn",
            "maxIdle below maxTotal causes open/close churn",
            Severity.MEDIUM,
            Scope.SINGLE_FILE,
            List.of(Layer.APP_POOL),
            "Commons DBCP 2, configuration (note on maxIdle)");

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

        Setting<Long> idle = pool.count("maxIdle");
        Setting<Long> max = pool.count("maxTotal");
        long kept = evidence.use(idle, "the idle connections that are kept");
        long size = evidence.use(max, "the size of the pool");
        if (kept < 0 || size == Bound.UNLIMITED || kept * 2 >= size) {
            return evidence.pass();
        }
        return evidence.at(max)
                .at(idle)
                .change(idle, String.valueOf(size))
                .finding(
                        "Pool '%s' keeps at most %d of %d connections idle: under load the others are closed and opened again at once"
                                .formatted(pool.name(), kept, size),
                        "maxIdle %d, as maxTotal".formatted(size));
    }
}
