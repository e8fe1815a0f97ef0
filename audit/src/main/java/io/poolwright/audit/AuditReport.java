package io.poolwright.audit;

import java.util.List;

/**
 * What the rules say of one stack.
 *
 * @param findings worst first
 * @param broken rules of ours that failed, with the reason: never hidden, never taken for a pass
 */
public record AuditReport(
        String environment,
        List<Finding> findings,
        List<Verdict.CannotTell> cannotTell,
        int passes,
        List<String> broken) {
    public AuditReport {
        findings = List.copyOf(findings);
        cannotTell = List.copyOf(cannotTell);
        broken = List.copyOf(broken);
    }
}
