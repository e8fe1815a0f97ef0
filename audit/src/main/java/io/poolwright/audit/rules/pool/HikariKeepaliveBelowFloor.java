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
 * A ping interval below 30 s is not shortened to 30 s: it is switched off.
 *
 * <p>Line: keepaliveTime = 0 or keepaliveTime ≥ 30000 ms. Source: HikariCP 7.1.0, HikariConfig.validateNumerics().
 */
public final class HikariKeepaliveBelowFloor implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "hikari-keepalive-below-floor",
            "keepaliveTime below 30 s switches keepalive off",
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

        Setting<Duration> keepalive = pool.duration("keepaliveTime");
        evidence.use(keepalive, "the interval of pings");
        if (!(keepalive instanceof Setting.Replaced<Duration> replaced)
                || !replaced.because().startsWith("keepaliveTime is less")) {
            return evidence.pass();
        }
        long fresh = Slip.suggested(replaced.text(), 30_000);
        return evidence.change(keepalive, String.valueOf(fresh))
                .finding(
                        "keepaliveTime of pool '%s' is %s ms, below HikariCP's floor of 30000 ms: idle connections are not pinged at all"
                                .formatted(pool.name(), replaced.text()),
                        "%d, and below 0.8 × the shortest idle limit between pool and database".formatted(fresh));
    }
}
