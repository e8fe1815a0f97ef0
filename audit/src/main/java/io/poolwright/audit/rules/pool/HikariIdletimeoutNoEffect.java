package io.poolwright.audit.rules.pool;

import io.poolwright.audit.Change;
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
import java.util.List;
import java.util.stream.Stream;

/**
 * An idle limit needs a pool that may shrink.
 *
 * <p>Line: idleTimeout is unset, 0 or 600000, or minimumIdle &lt; maximumPoolSize. Source: HikariCP 7.1.0, HikariConfig.validateNumerics().
 */
public final class HikariIdletimeoutNoEffect implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "hikari-idletimeout-no-effect",
            "idleTimeout set on a fixed-size pool has no effect",
            Severity.LOW,
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

        evidence.use(pool.duration("idleTimeout"), "the idle limit");
        Setting<String> remark = pool.text("idleTimeout.replaced");
        if (!remark.isKnown() || !remark.get().startsWith("idleTimeout has been set")) {
            return evidence.pass();
        }
        Setting<Long> max = pool.count("maximumPoolSize");
        Setting<Long> min = pool.count("minimumIdle");
        evidence.use(max, "the size of the pool");
        if (min.isDeclared()) {
            evidence.use(min, "the idle connections that are kept");
        }
        return evidence.at(remark)
                .change(new Change(
                        Change.Kind.REMOVE,
                        pool.duration("idleTimeout").origin().orElseThrow(),
                        "idleTimeout",
                        "",
                        ""))
                .finding(
                        "idleTimeout of pool '%s' has no effect: it keeps all %s open, for minimumIdle is not below maximumPoolSize"
                                .formatted(pool.name(), Say.count(max.get(), "connection")),
                        "remove idleTimeout, or set minimumIdle below %d on purpose".formatted(max.get()));
    }
}
