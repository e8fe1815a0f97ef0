package io.poolwright.cli.simulate;

import io.poolwright.cli.UnmetNeedException;
import io.poolwright.cli.report.simulate.Spoken;
import io.poolwright.cli.report.simulate.WhatIf.Stretch;
import io.poolwright.simulate.Parameter;
import io.poolwright.simulate.StackModel;
import io.poolwright.simulate.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** When what happens in a run: its length, and the stretches in which something is different. */
final class Timing {
    /** Length of a run, in seconds. */
    static final double USUAL = 120;
    /** Seconds left out at the start, in which an empty stack becomes a used one. */
    static final double WARM_UP = 20;
    /** Seconds that a stack is given to recover, and shown to have recovered. */
    static final double WATCH = 60;

    private Timing() {}

    /** The length asked for, or as long as the troubles need. */
    static double seconds(OptionalDouble asked, List<Trouble> troubles) {
        double end = troubles.stream()
                .mapToDouble(trouble -> Double.isFinite(trouble.end()) ? trouble.end() : trouble.at())
                .max()
                .orElse(0);
        double need = troubles.isEmpty() ? 0 : end + WATCH;
        if (asked.isEmpty()) {
            return Math.max(USUAL, Math.ceil(need));
        }
        if (asked.getAsDouble() < need) {
            throw new UnmetNeedException(
                    "--seconds %s: a fault is watched for 60 s after its last change, at %s s; write: --seconds %.0f"
                            .formatted(Spoken.number(asked.getAsDouble()), Spoken.number(end), Math.ceil(need)));
        }
        return asked.getAsDouble();
    }

    /**
     * The stretches in which a model is not as it begins.
     *
     * @param offset of the run's own time, in seconds
     */
    static List<Stretch> stretches(StackModel model, double offset) {
        List<Stretch> stretches = new ArrayList<>();
        Map<Parameter, Step> open = new LinkedHashMap<>();
        for (Step step : model.steps()) {
            Step before = open.remove(step.parameter());
            if (before != null) {
                stretches.add(stretch(before, step.at() - offset, offset));
            }
            if (step.value() != model.get(step.parameter())) {
                open.put(step.parameter(), step);
            }
        }
        open.values().forEach(step -> stretches.add(stretch(step, Double.POSITIVE_INFINITY, offset)));
        return stretches;
    }

    private static Stretch stretch(Step step, double end, double offset) {
        String name = "%s %s".formatted(step.parameter().id(), Spoken.value(step.parameter(), step.value()));
        return new Stretch(name, step.at() - offset, end);
    }

    /** When the last of them is over; empty when there is none, or one never ends. */
    static OptionalDouble over(List<Stretch> stretches) {
        return stretches.stream().allMatch(stretch -> Double.isFinite(stretch.to()))
                ? stretches.stream().mapToDouble(Stretch::to).max()
                : OptionalDouble.empty();
    }
}
