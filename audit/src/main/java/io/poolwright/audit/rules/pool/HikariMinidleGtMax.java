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
import java.util.List;
import java.util.stream.Stream;

/**
 * More idle connections than connections cannot be kept.
 *
 * <p>Line: minimumIdle ≤ maximumPoolSize. Source: HikariCP 7.1.0, HikariConfig.validateNumerics().
 */
public final class HikariMinidleGtMax implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "hikari-minidle-gt-max",
            "minimumIdle above maximumPoolSize is clamped",
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

        Setting<Long> min = pool.count("minimumIdle");
        evidence.use(min, "the idle connections that are kept");
        Setting<Long> max = pool.count("maximumPoolSize");
        if (!(min instanceof Setting.Replaced<Long> replaced)) {
            return evidence.pass();
        }
        long size = evidence.use(max, "the size of the pool");
        return evidence.change(min, String.valueOf(size))
                .finding(
                        "minimumIdle of pool '%s' is %s, above maximumPoolSize (%d): HikariCP takes %d for both"
                                .formatted(pool.name(), replaced.text(), size, size),
                        "remove minimumIdle, or write the size that was meant in maximumPoolSize");
    }
}
