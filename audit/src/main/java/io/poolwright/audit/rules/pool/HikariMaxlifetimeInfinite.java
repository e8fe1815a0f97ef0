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
 * Connections are retired at some age, so that a failover, a new address or a grown backend process does not stay for ever.
 *
 * <p>Line: maxLifetime &gt; 0. Source: HikariCP README, configuration (maxLifetime).
 */
public final class HikariMaxlifetimeInfinite implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "hikari-maxlifetime-infinite",
            "maxLifetime=0 never retires connections",
            Severity.MEDIUM,
            Scope.SINGLE_FILE,
            List.of(Layer.APP_POOL),
            "HikariCP README, configuration (maxLifetime)");

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

        Setting<Duration> lifetime = pool.duration("maxLifetime");
        Duration inForce = evidence.use(lifetime, "the longest life of a connection");
        if (!Bound.isForever(inForce) || !lifetime.isDeclared()) {
            return evidence.pass();
        }
        return evidence.change(lifetime, "1800000")
                .finding(
                        "maxLifetime of pool '%s' is 0, so no connection is ever retired".formatted(pool.name()),
                        "1800000, or 30000 ms less than the shortest limit of the database or a proxy on the way");
    }
}
