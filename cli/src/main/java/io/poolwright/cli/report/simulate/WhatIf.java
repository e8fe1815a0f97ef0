package io.poolwright.cli.report.simulate;

import io.poolwright.simulate.Goal;
import io.poolwright.simulate.search.LoadLine;
import io.poolwright.simulate.search.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A simulation, as every form of its report draws it.
 *
 * @param version of Poolwright
 * @param subject what was simulated: a folder, a scenario, a model's file
 * @param answer what it comes to
 * @param why the same in a sentence with its numbers
 * @param goal what was promised
 * @param conditions under which it was run
 * @param before without the changes; empty when nothing was changed, or when it was cut short
 * @param after what was asked about; empty when it cannot be told
 * @param layers of that, outermost first
 * @param seconds of that; empty when not one was run
 * @param recovery from the end of the last fault until all was well again, in seconds; empty without a fault, or without a recovery
 * @param lineBefore load line without the changes
 * @param line load line of what was asked about; empty when it was not looked for
 * @param curve latency against load; empty when it was not asked for
 * @param remedies single changes that were tried; empty when they were not asked for
 * @param basis what all of it rests on
 * @param partial that it was cut short; empty when it is whole
 */
public record WhatIf(
        String version,
        String subject,
        Answer answer,
        String why,
        Goal goal,
        Conditions conditions,
        Optional<Outcome> before,
        Optional<Outcome> after,
        List<Layer> layers,
        List<Second> seconds,
        OptionalDouble recovery,
        Optional<LoadLine> lineBefore,
        Optional<LoadLine> line,
        List<LoadPoint> curve,
        List<Remedy> remedies,
        Basis basis,
        Optional<String> partial) {
    public WhatIf {
        layers = List.copyOf(layers);
        seconds = List.copyOf(seconds);
        curve = List.copyOf(curve);
        remedies = List.copyOf(remedies);
    }

    /**
     * What was run.
     *
     * @param load in words: {@code 400/s}, {@code 200 customers}
     * @param changes against what the files say, in words
     * @param faults that came over it, in words
     * @param stretches in which a fault lasted, in seconds of the run
     * @param seconds length of a run
     * @param measured over which part of it the figures are, in words
     * @param runs independent ones
     * @param seed of the first
     */
    public record Conditions(
            String load,
            List<String> changes,
            List<String> faults,
            List<Stretch> stretches,
            double seconds,
            String measured,
            int runs,
            long seed) {
        public Conditions {
            changes = List.copyOf(changes);
            faults = List.copyOf(faults);
            stretches = List.copyOf(stretches);
        }
    }

    /**
     * From when to when something was different.
     *
     * @param name what
     */
    public record Stretch(String name, double from, double to) {}

    /** What the command ends with: what it comes to, or that it was cut short. */
    public int exitCode() {
        return partial.isPresent() ? 3 : answer.exitCode();
    }
}
