package io.poolwright.cli.report;

import io.poolwright.detect.Alert;
import io.poolwright.detect.Say;
import io.poolwright.diagnose.Diagnosis;
import io.poolwright.diagnose.Remedy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The issue in a handful of sentences: how long, what customers saw, why, and how it ended. */
final class Summary {
    private Summary() {}

    /** The one sentence for those who read no further. */
    static String headline(Case it) {
        return switch (State.of(it)) {
            case VOID ->
                "This run proves nothing: %s."
                        .formatted(String.join("; ", it.story().outcome().invalid()));
            case UNKNOWN -> "No alert fired and no request was measured: nothing can be said.";
            case HEALTHY ->
                "Nothing was broken and no alert fired: %s of requests were served well.".formatted(well(it));
            case UNNOTICED ->
                "Since %s, %s of requests failed or came late, and no alert fired."
                        .formatted(since(it), Words.percent(it.impact().hurt()));
            case FALSE_ALARM ->
                "Nothing was broken, yet an alert fired at %s; %s of requests were served well."
                        .formatted(since(it), well(it));
            case RECOVERED, NOT_RECOVERED ->
                "%s, %s of requests failed or came late; %s; %s."
                        .formatted(stretch(it), Words.percent(it.impact().hurt()), because(it), ended(it));
        };
    }

    static List<Fact> of(Case it) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Duration", duration(it)));
        facts.add(new Fact("Impact", it.impact().sentence()));
        if (it.alerted()) {
            facts.add(new Fact("Detected", detected(it)));
            facts.add(new Fact("Root cause", cause(it)));
        } else {
            facts.add(new Fact("Detected", "No alert fired."));
        }
        if (it.broken()) {
            facts.add(new Fact("Resolution", Words.sentence(ended(it))));
        }
        return List.copyOf(facts);
    }

    private static String well(Case it) {
        return Words.maybe(it.impact().hurt(), hurt -> Say.percent(1 - hurt));
    }

    private static String since(Case it) {
        return it.course().began().map(at -> Utc.time(at) + " UTC").orElse("a time that is unknown");
    }

    private static String stretch(Case it) {
        return it.course()
                .began()
                .flatMap(from ->
                        it.course().recovered().map(to -> "From %s to %s UTC".formatted(Utc.time(from), Utc.time(to))))
                .orElseGet(() -> "Since " + since(it));
    }

    private static String because(Case it) {
        String cause = it.cause()
                .map(stated -> "the probable cause is: " + Words.inside(stated.title()))
                .orElse("the cause is unknown");
        return cause + it.remedy().map(Summary::change).orElse("");
    }

    private static String change(Remedy remedy) {
        return " (%s: %s → %s)".formatted(remedy.parameter(), remedy.current(), remedy.suggested());
    }

    /** How it ended. */
    static String ended(Case it) {
        Outcome outcome = it.story().outcome();
        if (!outcome.recovered()) {
            return it.course().fixed().isEmpty()
                    ? "nothing was applied, and customers were not served as before by the end"
                    : "customers were not served as before within the time allowed";
        }
        return it.course().fixed().isEmpty()
                ? "customers were served as before, though nothing was applied"
                : "customers were served as before %s after the fix".formatted(Words.time(outcome.recoveredAfter()));
    }

    private static String duration(Case it) {
        Optional<Instant> began = it.course().began();
        if (began.isEmpty()) {
            return "%s (%s, without trouble)."
                    .formatted(
                            Utc.span(it.story().startedAt(), it.story().endedAt()),
                            Words.lasting(Utc.seconds(
                                    it.story().startedAt(), it.story().endedAt())));
        }
        String until =
                it.course().recovered().isPresent() ? "from onset to recovery" : "from onset to the end of the run";
        return "%s (%s %s)."
                .formatted(
                        Utc.span(began.get(), it.course().over()),
                        Words.lasting(Utc.seconds(began.get(), it.course().over())),
                        until);
    }

    private static String detected(Case it) {
        Outcome outcome = it.story().outcome();
        if (!it.broken()) {
            return "An alert fired, though nothing was broken; %s."
                    .formatted(it.cause().isEmpty() ? "no cause was named" : "a cause was named");
        }
        String alert = "First alert %s after the onset".formatted(Words.time(outcome.alertAfter()));
        String cause = it.cause().isEmpty()
                ? "no cause was named"
                : "cause named %s after it".formatted(Words.time(outcome.rootCauseAfter()));
        List<String> firing = it.story().conclusion().map(Diagnosis::alerts).orElse(List.of()).stream()
                .map(Alert::title)
                .map(Words::inside)
                .toList();
        return firing.isEmpty()
                ? "%s; %s.".formatted(alert, cause)
                : "%s; %s. Alerts at the diagnosis: %s.".formatted(alert, cause, String.join("; ", firing));
    }

    private static String cause(Case it) {
        return it.cause()
                .map(stated -> stated.title()
                        + stated.remedy()
                                .map(remedy -> ": %s is %s, suggested %s."
                                        .formatted(remedy.parameter(), remedy.current(), remedy.suggested()))
                                .orElse("; no parameter could be computed."))
                .orElse("Unknown: no suspect was carried by enough evidence.");
    }
}
