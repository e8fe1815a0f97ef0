package io.poolwright.cli.report.audit;

import io.poolwright.audit.Severity;
import java.util.Optional;

/**
 * What lets an audit fail, and what is shown of it.
 *
 * @param failOn the lowest severity that fails; empty: none does
 * @param level the lowest severity that is shown to people
 * @param baseline whether known findings are told apart from new ones
 * @param gone findings of the baseline that are no more
 */
public record Gate(Optional<Severity> failOn, Severity level, boolean baseline, int gone) {

    /** For people and programs: {@code high}, {@code never}. */
    public String words() {
        return failOn.map(Severity::id).orElse("never");
    }
}
