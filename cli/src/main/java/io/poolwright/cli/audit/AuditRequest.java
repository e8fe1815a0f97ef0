package io.poolwright.cli.audit;

import io.poolwright.audit.Severity;
import io.poolwright.audit.baseline.Baseline;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What to audit, and how.
 *
 * @param places one for each environment, in order
 * @param config a {@code poolwright.yaml} to use instead of those in the trees
 * @param rules ids of the rules that judge
 * @param solve whether to compute the whole consistent set
 */
public record AuditRequest(
        List<Place> places,
        Optional<Path> config,
        Set<String> rules,
        Optional<Severity> failOn,
        Severity level,
        Optional<Baseline> baseline,
        boolean solve) {
    public AuditRequest {
        places = List.copyOf(places);
        rules = Set.copyOf(rules);
    }
}
