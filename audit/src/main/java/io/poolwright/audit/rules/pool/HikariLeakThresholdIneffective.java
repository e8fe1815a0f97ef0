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
 * A leak threshold outside of its range is switched off.
 *
 * <p>Line: leakDetectionThreshold = 0, or 2000 ≤ leakDetectionThreshold ≤ maxLifetime (ms). Source: HikariCP 7.1.0, HikariConfig.validateNumerics(); HikariCP issue 859.
 */
public final class HikariLeakThresholdIneffective implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "hikari-leak-threshold-ineffective",
            "leakDetectionThreshold outside [2000, maxLifetime] is disabled",
            Severity.LOW,
            Scope.SINGLE_FILE,
            List.of(Layer.APP_POOL),
            "HikariCP 7.1.0, HikariConfig.validateNumerics(); HikariCP issue 859");

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
        evidence.use(threshold, "how long a use may last before it is reported");
        if (!(threshold instanceof Setting.Replaced<Duration> replaced)) {
            return evidence.pass();
        }
        boolean low = Slip.number(replaced.text()) < 2_000;
        if (!low) {
            evidence.use(pool.duration("maxLifetime"), "the longest life of a connection");
        }
        long fresh = low ? Slip.suggested(replaced.text(), 60_000) : 60_000;
        return evidence.change(threshold, String.valueOf(fresh))
                .finding(
                        "leakDetectionThreshold of pool '%s' is %s ms, %s: HikariCP switches leak detection off"
                                .formatted(
                                        pool.name(),
                                        replaced.text(),
                                        low
                                                ? "below 2000 ms"
                                                : "above maxLifetime (%s)"
                                                        .formatted(Say.time(pool.duration("maxLifetime")
                                                                .get()))),
                        "%d: from 2000 ms up to maxLifetime, twice connectionTimeout to begin with".formatted(fresh));
    }
}
