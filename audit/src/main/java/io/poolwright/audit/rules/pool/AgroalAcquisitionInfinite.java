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
 * <p>Line: acquisition time-out &gt; 0; 5 s in Quarkus and 0 in Agroal itself when unset. Source: agroal-api 2.5; Quarkus, DataSourceJdbcRuntimeConfig.
 */
public final class AgroalAcquisitionInfinite implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "agroal-acquisition-infinite",
            "Agroal acquisitionTimeout=0 waits forever",
            Severity.HIGH,
            Scope.SINGLE_FILE,
            List.of(Layer.APP_POOL),
            "agroal-api 2.5; Quarkus, DataSourceJdbcRuntimeConfig");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return Stream.concat(stack.all(Kind.POOL, "agroal"), stack.all(Kind.POOL, "quarkus-agroal"));
    }

    @Override
    public Verdict judge(Part pool, Stack stack, Evidence evidence) {

        Setting<Duration> wait = pool.role(Role.ACQUIRE_TIMEOUT);
        if (!Bound.isForever(evidence.use(wait, "the longest wait for a connection"))) {
            return evidence.pass();
        }
        return evidence.at(pool.origin())
                .at(wait)
                .change(wait, "5S")
                .finding(
                        "Requests wait without end for a connection of pool '%s': the acquisition time-out is %s"
                                .formatted(pool.name(), wait.written().orElse("not set")),
                        "5S (5 seconds) or less");
    }
}
