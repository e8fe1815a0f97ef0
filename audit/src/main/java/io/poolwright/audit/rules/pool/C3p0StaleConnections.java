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
 * A connection that the server has closed is found before it is handed out.
 *
 * <p>Line: one of idleConnectionTestPeriod, maxIdleTime, maxConnectionAge and testConnectionOnCheckout is set; all are off when unset. Source: c3p0, C3P0Defaults.
 */
public final class C3p0StaleConnections implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "c3p0-stale-connections",
            "c3p0 never tests or expires connections",
            Severity.HIGH,
            Scope.SINGLE_FILE,
            List.of(Layer.APP_POOL),
            "c3p0, C3P0Defaults");

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

        Setting<Boolean> test = pool.flag("testConnectionOnCheckout");
        List<Setting<Duration>> times = List.of(
                pool.duration("idleConnectionTestPeriod"),
                pool.role(Role.POOL_IDLE_TIMEOUT),
                pool.role(Role.MAX_LIFETIME));
        boolean covered = times.stream().anyMatch(time -> time.isKnown() && !Bound.isForever(time.get()))
                || (test.isKnown() && test.get());
        if (covered) {
            return evidence.pass();
        }
        evidence.use(test, "whether a connection is tested before use");
        times.forEach(time -> evidence.use(time, time.name()));
        return evidence.at(pool.origin())
                .finding(
                        "Pool '%s' neither tests nor retires connections: what the server or a firewall has closed is handed out"
                                .formatted(pool.name()),
                        "idleConnectionTestPeriod 30 (seconds), or a maxConnectionAge below the limit of the server");
    }
}
