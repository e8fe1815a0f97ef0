package io.poolwright.audit.rules.pool;

import io.poolwright.audit.Change;
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
 * A test shorter than 250 ms is refused, and the application does not start.
 *
 * <p>Line: validationTimeout ≥ 250 ms. Source: HikariCP 7.1.0, setters of HikariConfig.
 */
public final class HikariValidationBelowFloor implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "hikari-validation-below-floor",
            "validationTimeout below 250 ms fails startup",
            Severity.CRITICAL,
            Scope.SINGLE_FILE,
            List.of(Layer.APP_POOL),
            "HikariCP 7.1.0, setters of HikariConfig");

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

        Setting<String> refusal = pool.text("validationTimeout.refused");
        if (!refusal.isKnown() || !refusal.get().startsWith("validationTimeout cannot")) {
            evidence.use(pool.duration("validationTimeout"), "the longest test of a connection");
            return evidence.pass();
        }
        evidence.use(refusal, "what HikariCP says");
        String text = refusal.written().orElseThrow();
        long fresh = Slip.thousandfold(text, 1_000);
        return evidence.change(Change.replace(
                        refusal.origin().orElseThrow(), "validationTimeout", text, String.valueOf(fresh)))
                .finding(
                        "validationTimeout of pool '%s' is %s ms, below 250 ms: HikariCP refuses it and the application does not start"
                                .formatted(pool.name(), text),
                        "%d: the unit is milliseconds".formatted(fresh));
    }
}
