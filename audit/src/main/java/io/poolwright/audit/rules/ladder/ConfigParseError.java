package io.poolwright.audit.rules.ladder;

import io.poolwright.audit.Confidence;
import io.poolwright.audit.Finding;
import io.poolwright.audit.Rule;
import io.poolwright.audit.RuleSpec;
import io.poolwright.audit.Scope;
import io.poolwright.audit.Severity;
import io.poolwright.audit.Verdict;
import io.poolwright.model.stack.Layer;
import io.poolwright.model.stack.Refusal;
import io.poolwright.model.stack.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file that its product would refuse takes effect nowhere, or keeps the program from starting.
 *
 * <p>Line: every file parses. Source: the product's own grammar, as its reader cites it.
 */
public final class ConfigParseError implements Rule {
    private static final RuleSpec SPEC = new RuleSpec(
            "config-parse-error",
            "Configuration file does not parse",
            Severity.HIGH,
            Scope.SINGLE_FILE,
            List.of(Layer.ANY),
            "the grammar of the product whose file it is");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public List<Verdict> check(Stack stack) {
        List<Verdict> verdicts = new ArrayList<>();
        for (Refusal refusal : stack.refusals()) {
            verdicts.add(new Finding(
                    SPEC.id(),
                    SPEC.severity(),
                    Confidence.EXPLICIT,
                    Optional.empty(),
                    refusal.at().file(),
                    refusal.at(),
                    "the file does not parse, so nothing of it was audited: " + withoutPlace(refusal),
                    "correct this line; until then its product refuses the file",
                    List.of(),
                    List.of()));
        }
        return verdicts;
    }

    private static String withoutPlace(Refusal refusal) {
        String place = refusal.at() + ": ";
        return refusal.reason().startsWith(place) ? refusal.reason().substring(place.length()) : refusal.reason();
    }
}
