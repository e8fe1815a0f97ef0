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
 * A wait below 250 ms is refused, and the application does not start.
 *
 * <p>Line: connectionTimeout = 0 or connectionTimeout ≥ 250 ms. Source: HikariCP 7.1.0, setters of HikariConfig.
 */
public final class HikariConnectiontimeoutBelowFloor implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "hikari-connectiontimeout-below-floor",
            "connectionTimeout below 250 ms fails startup",
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

        Setting<String> refusal = pool.text("connectionTimeout.refused");
        if (!refusal.isKnown() || !refusal.get().startsWith("connectionTimeout cannot")) {
            evidence.use(pool.duration("connectionTimeout"), "the longest wait for a connection");
            return evidence.pass();
        }
        evidence.use(refusal, "what HikariCP says");
        String text = refusal.written().orElseThrow();
        long fresh = Slip.thousandfold(text, 250);
        return evidence.change(Change.replace(
                        refusal.origin().orElseThrow(), "connectionTimeout", text, String.valueOf(fresh)))
                .finding(
                        "connectionTimeout of pool '%s' is %s ms, below 250 ms: HikariCP refuses it and the application does not start"
                                .formatted(pool.name(), text),
                        "%d: the unit is milliseconds".formatted(fresh));
    }
}
