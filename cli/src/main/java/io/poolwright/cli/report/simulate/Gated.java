package io.poolwright.cli.report.simulate;

import io.poolwright.cli.report.audit.Told;
import io.poolwright.simulate.compare.Comparison;
import io.poolwright.simulate.compare.GateVerdict;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a gate says of a change, as every form of its report draws it.
 *
 * @param version of Poolwright
 * @param before what is there: a folder, a recording, the results of a load test
 * @param after what would be
 * @param verdict whether it may go out
 * @param reasons why not, or why that cannot be told
 * @param findings of the audit that the change brings
 * @param failing how many of them, the first, stop it
 * @param gone findings of the audit that it takes away
 * @param simulated both stacks under the same load; empty when that could not be done
 * @param measured both measurements; empty when configurations were compared
 * @param notes what is worth knowing and is no reason
 * @param partial that it was cut short; empty when it is whole
 */
public record Gated(
        String version,
        String before,
        String after,
        Verdict verdict,
        List<String> reasons,
        List<Told> findings,
        int failing,
        int gone,
        Optional<GateVerdict> simulated,
        Optional<Comparison> measured,
        List<String> notes,
        Optional<String> partial) {
    public Gated {
        reasons = List.copyOf(reasons);
        findings = List.copyOf(findings);
        notes = List.copyOf(notes);
    }

    /** Whether a change may go out. */
    public enum Verdict {
        PASS("✓", 0),
        STOP("✗", 1),
        CANNOT_TELL("?", 3);

        private final String sign;
        private final int exitCode;

        Verdict(String sign, int exitCode) {
            this.sign = sign;
            this.exitCode = exitCode;
        }

        /** A sign that needs no colour. */
        public String sign() {
            return sign;
        }

        /** In words. */
        public String words() {
            return name().replace('_', ' ');
        }

        /** Its name for programs. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What the command ends with. */
    public int exitCode() {
        return verdict == Verdict.STOP || partial.isEmpty() ? verdict.exitCode : Verdict.CANNOT_TELL.exitCode;
    }
}
