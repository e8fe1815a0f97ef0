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
 * Idle settings need somebody who walks through the pool.
 *
 * <p>Line: timeBetweenEvictionRunsMillis &gt; 0 where minEvictableIdleTimeMillis or testWhileIdle is set; −1 when unset. Source: Commons DBCP 2, configuration (timeBetweenEvictionRunsMillis).
 */
public final class Dbcp2EvictorOff implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "dbcp2-evictor-off",
            "DBCP2 idle settings without an evictor",
            Severity.MEDIUM,
            Scope.SINGLE_FILE,
            List.of(Layer.APP_POOL),
            "Commons DBCP 2, configuration (timeBetweenEvictionRunsMillis)");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.POOL, "dbcp2")
                .filter(pool -> pool.role(Role.POOL_IDLE_TIMEOUT).isDeclared()
                        || (pool.isDeclared("testWhileIdle")
                                && (!pool.flag("testWhileIdle").isKnown()
                                        || pool.flag("testWhileIdle").get())));
    }

    @Override
    public Verdict judge(Part pool, Stack stack, Evidence evidence) {

        Setting<Duration> runs = pool.duration("timeBetweenEvictionRunsMillis");
        if (!Bound.isForever(evidence.use(runs, "the interval of the evictor"))) {
            return evidence.pass();
        }
        Setting<Duration> idle = pool.role(Role.POOL_IDLE_TIMEOUT);
        Setting<Boolean> test = pool.flag("testWhileIdle");
        Setting<?> dead = idle.isDeclared() ? idle : test;
        evidence.use(dead, "what needs an evictor");
        return evidence.at(dead)
                .at(runs)
                .change(runs, "30000")
                .finding(
                        "%s of pool '%s' has no effect, for no evictor runs (timeBetweenEvictionRunsMillis is %s)"
                                .formatted(
                                        dead.name(), pool.name(), runs.written().orElse("not set")),
                        "timeBetweenEvictionRunsMillis 30000");
    }
}
