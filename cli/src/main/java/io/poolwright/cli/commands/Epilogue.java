package io.poolwright.cli.commands;

import io.poolwright.cli.report.Outcome;
import io.poolwright.detect.Say;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The last lines of a drill. */
final class Epilogue {
    private Epilogue() {}

    static List<String> of(Outcome outcome, List<String> files) {
        List<String> lines = new ArrayList<>();
        if (outcome.expected().isPresent()) {
            lines.add("alert %s after onset · cause %s after onset · recovered %s after the fix · %s in all"
                    .formatted(
                            after(outcome.alertAfter()),
                            after(outcome.rootCauseAfter()),
                            after(outcome.recoveredAfter()),
                            Say.time(outcome.seconds())));
        }
        for (Outcome.PhaseGoodput phase : outcome.goodput()) {
            lines.add("  %-13s %s of %s customers a second served well"
                    .formatted(
                            phase.phase(),
                            Say.number(Math.rint(phase.good())),
                            Say.number(Math.rint(phase.offered()))));
        }
        outcome.wrongCauses().forEach(id -> lines.add("wrongly stated as cause at some time: " + id));
        outcome.invalid().forEach(reason -> lines.add("this run proves nothing: " + reason));
        for (String file : files) {
            lines.add("  " + file);
        }
        return lines;
    }

    private static String after(OptionalDouble seconds) {
        return seconds.isPresent() ? Say.time(seconds.getAsDouble()) : "never";
    }
}
