package io.poolwright.cli.simulate;

import io.poolwright.cli.UnmetNeedException;
import io.poolwright.cli.audit.Nearest;
import io.poolwright.queueing.law.Law;
import io.poolwright.simulate.Parameter;
import io.poolwright.simulate.StackModel;
import io.poolwright.simulate.fit.Known;
import io.poolwright.simulate.fit.Unidentified;
import io.poolwright.simulate.scenarios.Scenario;
import io.poolwright.simulate.scenarios.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The stacks that can be asked about: a known scenario, a model's file. */
final class Subjects {
    private Subjects() {}

    /** The one that is asked about. */
    static Subject of(Asked asked) {
        int ways = (asked.scenario().isPresent() ? 1 : 0)
                + (asked.model().isPresent() ? 1 : 0)
                + (asked.paths().isEmpty() && asked.recording().isEmpty() ? 0 : 1);
        if (ways != 1) {
            throw new UnmetNeedException(
                    "%s; name one: a folder and perhaps --recording, or --model FILE, or --scenario NAME (%s)"
                            .formatted(
                                    ways == 0 ? "found no stack to ask about" : "found several stacks to ask about",
                                    Scenarios.all().stream().map(Scenario::id).collect(Collectors.joining(", "))));
        }
        if (asked.scenario().isPresent()) {
            return scenario(asked.scenario().get());
        }
        return asked.model().isPresent() ? file(asked.model().get()) : Fitted.of(asked);
    }

    private static Subject file(Path path) {
        try {
            return file(path.toString(), Files.readString(path));
        } catch (IOException e) {
            throw new UnmetNeedException("--model %s: it cannot be read: %s".formatted(path, e.getMessage()));
        }
    }

    /** A known outage. */
    static Subject scenario(String id) {
        List<String> names = Scenarios.all().stream().map(Scenario::id).toList();
        Scenario scenario = Scenarios.named(id)
                .orElseThrow(() -> new UnmetNeedException("--scenario: found '%s'; accepted: %s; write: --scenario %s"
                        .formatted(
                                id,
                                String.join(", ", names),
                                Nearest.to(id, names).orElse(names.get(0)))));
        String from = "scenario " + scenario.id();
        Map<String, Known> known = new LinkedHashMap<>();
        for (Parameter parameter : Parameter.all()) {
            if (scenario.model().get(parameter) != parameter.usual()) {
                known.put(parameter.id(), new Known.Declared(from));
            }
        }
        need(known, Needs.CPU, scenario.model().databaseCpu(), from);
        need(known, Needs.WAIT, scenario.model().databaseWait(), from);
        return new Subject(
                "scenario %s: %s".formatted(scenario.id(), scenario.title()),
                scenario.model(),
                List.of(),
                known,
                List.of(),
                List.of(scenario.story()),
                List.of(),
                Optional.of(scenario.goal()),
                Optional.of(scenario.setup()),
                Optional.of(scenario.grid()));
    }

    private static void need(Map<String, Known> known, String name, Law law, String from) {
        if (law.mean() > 0) {
            known.put(name, new Known.Declared(from));
        }
    }

    /** A model that somebody wrote down; what it does not say is as usual. */
    static Subject file(String name, String text) {
        Subject subject = new Subject(
                name,
                StackModel.empty(),
                List.of(),
                Map.of(),
                essentials(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return subject.with(ModelFile.read(name, text));
    }

    /** What every prediction needs. */
    private static List<Unidentified> essentials() {
        List<Unidentified> open = new ArrayList<>();
        open.add(new Unidentified(
                Parameter.CLIENT_RATE.id(), "no line says it", "a line client.rate = 400/s, or --rate 400/s", true));
        open.add(new Unidentified(
                "what a request needs of the database",
                "no line says it",
                "a line db.cpu = 15ms,cv=1 for processor time, db.wait = 20ms for anything else",
                true));
        return open;
    }
}
