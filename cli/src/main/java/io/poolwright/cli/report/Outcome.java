package io.poolwright.cli.report;

import io.poolwright.diagnose.RootCause;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How a drill ended, in figures.
 *
 * @param drill its id
 * @param expected id of the cause that it brought about; empty when it breaks nothing
 * @param alertAfter seconds from onset to the first alert
 * @param rootCause the cause as it was stated first and not taken back
 * @param rootCauseAfter seconds from onset until it was stated
 * @param cleared suspects cleared by measurement, by id
 * @param wrongCauses causes that were stated at any time and are not the one brought about, by id
 * @param recovered whether customers were served as before within the time allowed, and the stack's own signals agree
 * @param recoveredAfter seconds from the end of the fix until then
 * @param goodput customers served well per second, by phase, in phase order
 * @param invalid why the run proves nothing; empty for a valid run
 * @param seconds wall time from start to report
 */
public record Outcome(
        String drill,
        Optional<String> expected,
        OptionalDouble alertAfter,
        Optional<RootCause> rootCause,
        OptionalDouble rootCauseAfter,
        List<String> cleared,
        List<String> wrongCauses,
        boolean recovered,
        OptionalDouble recoveredAfter,
        List<PhaseGoodput> goodput,
        List<String> invalid,
        double seconds) {
    public Outcome {
        Objects.requireNonNull(drill, "drill");
        Objects.requireNonNull(expected, "expected");
        Objects.requireNonNull(rootCause, "rootCause");
        cleared = List.copyOf(cleared);
        wrongCauses = List.copyOf(wrongCauses);
        goodput = List.copyOf(goodput);
        invalid = List.copyOf(invalid);
    }

    /**
     * Customers served well during one phase.
     *
     * @param phase name of the phase
     * @param good mean, in 1/s
     * @param offered mean, in 1/s
     */
    public record PhaseGoodput(String phase, double good, double offered) {
        public PhaseGoodput {
            Objects.requireNonNull(phase, "phase");
        }
    }
}
