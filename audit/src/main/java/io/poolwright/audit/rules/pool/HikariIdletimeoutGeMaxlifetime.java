package io.poolwright.audit.rules.pool;

import io.poolwright.audit.Evidence;
import io.poolwright.audit.PartRule;
import io.poolwright.audit.RuleSpec;
import io.poolwright.audit.Scope;
import io.poolwright.audit.Severity;
import io.poolwright.audit.Verdict;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Layer;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * An idle limit as long as a connection's life never comes: HikariCP switches it off.
 *
 * <p>Line: idleTimeout + 1000 ≤ maxLifetime (ms), where minimumIdle &lt; maximumPoolSize and maxLifetime &gt; 0; 600000 when unset. Source: HikariCP 7.1.0, HikariConfig.validateNumerics().
 */
public final class HikariIdletimeoutGeMaxlifetime implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "hikari-idletimeout-ge-maxlifetime",
            "idleTimeout >= maxLifetime disables idle retirement",
            Severity.MEDIUM,
            Scope.SINGLE_FILE,
            List.of(Layer.APP_POOL),
            "HikariCP 7.1.0, HikariConfig.validateNumerics()");

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

        Setting<Duration> idle = pool.duration("idleTimeout");
        evidence.use(idle, "the idle limit");
        Setting<String> remark = pool.text("idleTimeout.replaced");
        if (!remark.isKnown() || !remark.get().startsWith("idleTimeout is close")) {
            return evidence.pass();
        }
        Setting<Duration> lifetime = pool.duration("maxLifetime");
        long life = evidence.use(lifetime, "the longest life of a connection").toMillis();
        evidence.useIfKnown(pool.count("minimumIdle"), "the idle connections that are kept");
        if (!idle.isDeclared() && !lifetime.isDeclared()) {
            return evidence.pass();
        }
        long half = Math.max(10_000, life / 2);
        return evidence.at(lifetime)
                .at(idle)
                .change(idle, String.valueOf(half))
                .finding(
                        "idleTimeout (%s ms) of pool '%s' reaches maxLifetime (%d ms), so HikariCP switches it off: the pool shrinks only as connections age"
                                .formatted(idle.written().orElse("600000, the default,"), pool.name(), life),
                        "idleTimeout %d: half of maxLifetime".formatted(half));
    }
}
