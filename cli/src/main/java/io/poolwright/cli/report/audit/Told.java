package io.poolwright.cli.report.audit;

import io.poolwright.audit.Finding;
import io.poolwright.audit.RuleSpec;
import java.util.List;

/**
 * A finding as it is told.
 *
 * @param environments in which it holds, by name; empty when there is only one, without a name
 * @param known whether the baseline has it
 * @param fingerprint the same tomorrow, see {@code Fingerprint}
 */
public record Told(Finding finding, RuleSpec rule, List<String> environments, boolean known, String fingerprint) {
    public Told {
        environments = List.copyOf(environments);
    }

    /** The environments in one word; empty when there is only one, without a name. */
    public String environment() {
        return String.join(", ", environments);
    }
}
