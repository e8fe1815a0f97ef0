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
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Without leak detection a connection that is never returned looks like a pool that is too small.
 *
 * <p>Line: leakDetectionThreshold &gt; 0. Source: HikariCP README; HikariCP issue 859.
 */
public final class HikariLeakDetectionOff implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "hikari-leak-detection-off",
            "Leak detection is off",
            Severity.INFO,
            Scope.SINGLE_FILE,
            List.of(Layer.APP_POOL),
            "HikariCP README; HikariCP issue 859");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.POOL, "hikaricp");
    }

    @Override
    public Verdict judge(Part pool, Stack stack, Evidence evidence) {

        Setting<Duration> threshold = pool.duration("leakDetectionThreshold");
        Duration inForce = evidence.use(threshold, "how long a use may last before it is reported");
        if (!Bound.isForever(inForce) || threshold instanceof Setting.Replaced<Duration>) {
            return evidence.pass();
        }
        return evidence.at(pool.origin())
                .at(threshold)
                .change(threshold, "60000")
                .finding(
                        "Pool '%s' does not report connections that are kept too long (leakDetectionThreshold is %s)"
                                .formatted(pool.name(), threshold.isDeclared() ? "0" : "not set"),
                        "leakDetectionThreshold 60000: above the slowest honest use, and at least twice connectionTimeout");
    }
}
