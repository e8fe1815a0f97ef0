package io.poolwright.audit.rules.pool;

import io.poolwright.audit.Evidence;
import io.poolwright.audit.PartRule;
import io.poolwright.audit.RuleSpec;
import io.poolwright.audit.Say;
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
 * An idle limit below 10 s is not used in a pool that may shrink: HikariCP puts 10 minutes in its place.
 *
 * <p>Line: idleTimeout = 0 or idleTimeout ≥ 10000 ms, where minimumIdle &lt; maximumPoolSize. Source: HikariCP 7.1.0, HikariConfig.validateNumerics().
 */
public final class HikariIdletimeoutBelowFloor implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "hikari-idletimeout-below-floor",
            "idleTimeout below 10 s is replaced by 10 min",
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
        Duration inForce = evidence.use(idle, "the idle limit");
        if (!(idle instanceof Setting.Replaced<Duration> replaced)
                || !replaced.because().startsWith("idleTimeout is less")) {
            return evidence.pass();
        }
        evidence.useIfKnown(pool.count("minimumIdle"), "the idle connections that are kept");
        evidence.useIfKnown(pool.count("maximumPoolSize"), "the size of the pool");
        long fresh = Slip.suggested(replaced.text(), 10_000);
        return evidence.change(idle, String.valueOf(fresh))
                .finding(
                        "idleTimeout of pool '%s' is %s ms, below HikariCP's floor of 10000 ms: idle connections stay %s instead"
                                .formatted(pool.name(), replaced.text(), Say.time(inForce)),
                        Slip.seconds(replaced.text())
                                ? "%d: %s looks like seconds, and the unit is milliseconds"
                                        .formatted(fresh, replaced.text())
                                : "10000 or more");
    }
}
