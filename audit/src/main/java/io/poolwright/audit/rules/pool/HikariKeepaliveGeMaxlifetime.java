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
 * A ping that would come after the end of a connection's life is never sent: HikariCP switches it off.
 *
 * <p>Line: keepaliveTime &lt; maxLifetime where maxLifetime &gt; 0; 120000 ms when unset, since HikariCP 6.2.1. Source: HikariCP 7.1.0, HikariConfig.validateNumerics().
 */
public final class HikariKeepaliveGeMaxlifetime implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "hikari-keepalive-ge-maxlifetime",
            "keepaliveTime >= maxLifetime switches keepalive off",
            Severity.MEDIUM,
            Scope.SINGLE_FILE,
            List.of(Layer.APP_POOL),
            "HikariCP 7.1.0, HikariConfig.validateNumerics()");
    private static final long DEFAULT_MILLIS = 120_000;

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
        Setting<Duration> keepalive = pool.duration("keepaliveTime");
        boolean unset = !keepalive.isDeclared();
        if (unset
                && (!lifetime.isDeclared()
                        || Bound.isForever(evidence.use(lifetime, "the longest life of a connection")))) {
            return evidence.pass();
        }
        long life = unset ? lifetime.get().toMillis() : 0;
        if (unset && life > DEFAULT_MILLIS) {
            return evidence.pass();
        }
        if (unset && pool.version().isEmpty()) {
            return evidence.cannotTell(
                    "the version of HikariCP, for keepaliveTime of pool '%s' (off before 6.2.1, 120000 ms since)"
                            .formatted(pool.name()));
        }
        evidence.use(keepalive, "the interval of pings");
        Setting<String> remark = pool.text("keepaliveTime.replaced");
        if (!remark.isKnown() || !remark.get().startsWith("keepaliveTime is greater")) {
            return evidence.pass();
        }
        life = evidence.use(lifetime, "the longest life of a connection").toMillis();
        long fresh = Math.max(30_000, life / 4);
        if (fresh >= life) {
            evidence.change(lifetime, "1800000");
        } else {
            evidence.change(keepalive, String.valueOf(fresh));
        }
        return evidence.at(lifetime)
                .at(keepalive)
                .finding(
                        "keepaliveTime (%s ms) of pool '%s' is not below maxLifetime (%d ms): HikariCP switches the pings off"
                                .formatted(keepalive.written().orElse("120000, the default,"), pool.name(), life),
                        fresh >= life
                                ? "a longer maxLifetime, such as 1800000: below it a ping needs at least 30000 ms"
                                : "keepaliveTime %d: a quarter of maxLifetime, and at least 30000".formatted(fresh));
    }
}
