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
 * A lifetime below the floor of 30 s is not used: HikariCP puts 30 minutes in its place.
 *
 * <p>Line: maxLifetime = 0 or maxLifetime ≥ 30000 ms. Source: HikariCP 7.1.0, HikariConfig.validateNumerics().
 */
public final class HikariMaxlifetimeBelowFloor implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "hikari-maxlifetime-below-floor",
            "maxLifetime below the 30 s floor is silently replaced by 30 min",
            Severity.HIGH,
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

        Setting<Duration> lifetime = pool.duration("maxLifetime");
        Duration inForce = evidence.use(lifetime, "the longest life of a connection");
        if (!(lifetime instanceof Setting.Replaced<Duration> replaced)) {
            return evidence.pass();
        }
        long fresh = Slip.suggested(replaced.text(), 30_000);
        return evidence.change(lifetime, String.valueOf(fresh))
                .finding(
                        "maxLifetime of pool '%s' is %s ms, below HikariCP's floor of 30000 ms: connections live %s instead"
                                .formatted(pool.name(), replaced.text(), Say.time(inForce)),
                        Slip.seconds(replaced.text())
                                ? "%d: %s looks like seconds, and the unit is milliseconds"
                                        .formatted(fresh, replaced.text())
                                : "30000 or more; 1800000 when nothing between pool and database asks for less");
    }
}
