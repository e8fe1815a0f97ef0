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
 * <p>Line: checkoutTimeout &gt; 0 ms; 0 when unset. Source: c3p0, C3P0Defaults (checkoutTimeout 0).
 */
public final class C3p0CheckoutInfinite implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "c3p0-checkout-infinite",
            "c3p0 checkoutTimeout=0 waits forever",
            Severity.HIGH,
            Scope.SINGLE_FILE,
            List.of(Layer.APP_POOL),
            "c3p0, C3P0Defaults (checkoutTimeout 0)");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.POOL, "c3p0");
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
                        "Requests wait without end for a connection of pool '%s': checkoutTimeout is %s"
                                .formatted(pool.name(), wait.written().orElse("not set")),
                        "checkoutTimeout 5000 or less (milliseconds)");
    }
}
