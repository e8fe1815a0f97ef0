package io.poolwright.cli.simulate;

import io.poolwright.cli.UnmetNeedException;
import io.poolwright.simulate.Goal;
import io.poolwright.simulate.fit.DataQuality;
import io.poolwright.simulate.fit.Fit;
import io.poolwright.simulate.fit.FitException;
import io.poolwright.simulate.fit.FittedModel;
import io.poolwright.simulate.fit.Goals;
import io.poolwright.simulate.fit.Known;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A stack made of its configuration, of a recording, or of both. */
final class Fitted {
    private Fitted() {}

    static Subject of(Asked asked) {
        Optional<Recorded> recorded = asked.recording().map(Recorded::of);
        Optional<Configuration> files = asked.paths().isEmpty()
                ? Optional.empty()
                : Optional.of(Configuration.of(asked.paths(), asked.environment()));
        List<String> notes = new ArrayList<>();
        files.ifPresent(read -> notes.addAll(read.notes()));
        recorded.ifPresent(seen -> notes.addAll(seen.notes()));
        try {
            FittedModel fitted = fit(files, recorded, asked);
            quality(fitted.quality(), notes);
            return subject(name(asked, fitted), fitted, files.map(read -> Goals.of(read.stack())), notes);
        } catch (FitException e) {
            throw new UnmetNeedException(String.valueOf(e.getMessage()));
        }
    }

    private static FittedModel fit(Optional<Configuration> files, Optional<Recorded> recorded, Asked asked) {
        if (files.isEmpty()) {
            return Fit.fromRecording(recorded.orElseThrow().ticks(), false);
        }
        return recorded.map(seen -> Fit.fromBoth(files.get().stack(), asked.service(), seen.ticks(), false))
                .orElseGet(() -> Fit.fromConfiguration(files.get().stack(), asked.service()));
    }

    private static String name(Asked asked, FittedModel fitted) {
        String where = asked.paths().isEmpty()
                ? asked.recording().orElseThrow().toString()
                : asked.paths().stream().map(String::valueOf).collect(Collectors.joining(" "));
        return "%s (%s)".formatted(where, fitted.service());
    }

    private static void quality(DataQuality quality, List<String> notes) {
        if (quality.looks() > 0) {
            notes.add("%d looks, %.0f s of them usable%s%s"
                    .formatted(
                            quality.looks(),
                            quality.seconds(),
                            quality.calm() ? ", calm ones only" : "",
                            quality.excluded().isEmpty()
                                    ? ""
                                    : "; left out: "
                                            + quality.excluded().entrySet().stream()
                                                    .map(one -> "%s (%d)".formatted(one.getKey(), one.getValue()))
                                                    .collect(Collectors.joining(", "))));
        }
        notes.addAll(quality.warnings());
    }

    private static Subject subject(String name, FittedModel fitted, Optional<Goal> goal, List<String> notes) {
        Map<String, Known> known = new LinkedHashMap<>();
        fitted.known().forEach((parameter, how) -> known.put(parameter.id(), how));
        if (fitted.model().databaseCpu().mean() > 0) {
            known.put(Needs.CPU, fitted.hold());
        }
        known.put(Needs.WAIT, fitted.hold());
        return new Subject(
                name,
                fitted.model(),
                fitted.cloud(),
                known,
                fitted.unidentified(),
                notes,
                fitted.quality().refusals(),
                goal,
                Optional.empty(),
                Optional.empty());
    }
}
