package io.poolwright.audit;

import io.poolwright.model.stack.Stack;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Runs rules over a stack and puts their verdicts in order. */
public final class Auditor {
    private static final Comparator<Finding> WORST_FIRST = Comparator.comparing(Finding::severity)
            .reversed()
            .thenComparing(Finding::confidence)
            .thenComparing(finding -> finding.at().file())
            .thenComparing(finding -> finding.at().line())
            .thenComparing(Finding::rule);

    private final List<Rule> rules;

    public Auditor(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** The verdicts on a stack, one fact told once. */
    public AuditReport audit(Stack stack) {
        Set<Finding> findings = new LinkedHashSet<>();
        Set<Verdict.CannotTell> cannotTell = new LinkedHashSet<>();
        List<String> broken = new ArrayList<>();
        int passes = 0;
        for (Rule rule : rules) {
            try {
                for (Verdict verdict : rule.check(stack)) {
                    if (verdict instanceof Finding finding) {
                        findings.add(finding);
                    } else if (verdict instanceof Verdict.CannotTell open) {
                        cannotTell.add(open);
                    } else {
                        passes++;
                    }
                }
            } catch (RuntimeException e) {
                broken.add("%s failed on %s: %s".formatted(rule.spec().id(), stack.environment(), e));
            }
        }
        List<Finding> told = new ArrayList<>(Folding.fold(List.copyOf(findings)));
        told.sort(WORST_FIRST);
        return new AuditReport(stack.environment(), told, List.copyOf(cannotTell), passes, broken);
    }
}
