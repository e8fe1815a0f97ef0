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
 * Testing one dead connection must leave time to try another.
 *
 * <p>Line: validationTimeout &lt; connectionTimeout (5000 and 30000 ms when unset). Source: HikariCP README, configuration (validationTimeout).
 */
public final class HikariValidationGeConnectionTimeout implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "hikari-validation-ge-connection-timeout",
            "validationTimeout must be below connectionTimeout",
            Severity.MEDIUM,
            Scope.SINGLE_FILE,
            List.of(Layer.APP_POOL),
            "HikariCP README, configuration (validationTimeout)");

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

        Setting<Duration> validation = pool.duration("validationTimeout");
        Setting<Duration> wait = pool.duration("connectionTimeout");
        Duration test = evidence.use(validation, "the longest test of a connection");
        Duration all = evidence.use(wait, "the longest wait for a connection");
        if (test.compareTo(all) < 0) {
            return evidence.pass();
        }
        long fresh = Math.max(250, Math.min(5_000, all.toMillis() / 2));
        return evidence.change(validation, String.valueOf(fresh))
                .finding(
                        "validationTimeout of pool '%s' (%s) is not below connectionTimeout (%s): one dead connection takes the whole wait"
                                .formatted(pool.name(), Say.time(test), Say.time(all)),
                        "validationTimeout %d: half of connectionTimeout".formatted(fresh));
    }
}
