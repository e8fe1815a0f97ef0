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
 * A subscriber does not wait for ever.
 *
 * <p>Line: max-acquire-time is set and not negative. Source: r2dbc-pool README (maxAcquireTime); Spring Boot metadata.
 */
public final class R2dbcAcquireInfinite implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "r2dbc-acquire-infinite",
            "R2DBC pool waits indefinitely",
            Severity.HIGH,
            Scope.SINGLE_FILE,
            List.of(Layer.APP_POOL),
            "r2dbc-pool README (maxAcquireTime); Spring Boot metadata");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.POOL, "r2dbc-pool");
    }

    @Override
    public Verdict judge(Part pool, Stack stack, Evidence evidence) {

        Setting<Duration> wait = pool.role(Role.ACQUIRE_TIMEOUT);
        if (!Bound.isForever(evidence.use(wait, "the longest wait for a connection"))) {
            return evidence.pass();
        }
        return evidence.at(pool.origin())
                .at(wait)
                .change(wait, "5s")
                .finding(
                        "Requests wait without end for a connection of pool '%s': max-acquire-time is %s"
                                .formatted(pool.name(), wait.written().orElse("not set")),
                        "max-acquire-time 5s or less");
    }
}
