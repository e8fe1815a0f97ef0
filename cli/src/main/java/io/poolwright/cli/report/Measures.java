package io.poolwright.cli.report;

import io.poolwright.diagnose.Assessment;
import io.poolwright.diagnose.RootCause;
import io.poolwright.diagnose.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Corrective and preventative measures, derived from the root cause. */
final class Measures {
    private static final String DEPLOYMENT = "recent-deployment";

    private Measures() {}

    static List<Measure> of(Case it) {
        List<Measure> measures = new ArrayList<>();
        it.cause().ifPresent(cause -> causal(it, cause, measures));
        if (it.alerted() && it.cause().isEmpty() && it.broken()) {
            measures.add(
                    new Measure("Diagnosis", "Find the cause by hand from the figures below, and add what tells it."));
        }
        switch (State.of(it)) {
            case UNNOTICED ->
                measures.add(new Measure(
                        "Alert",
                        "Add an alert that fires on what customers saw: %s"
                                .formatted(it.impact().sentence())));
            case UNKNOWN -> measures.add(new Measure("Measurement", "Repeat the run with its sources answering."));
            case FALSE_ALARM ->
                measures.add(new Measure(
                        "Alert", "Find out what made the alert fire in good health, and correct its line."));
            default -> {}
        }
        for (Assessment assessment : it.assessments()) {
            if (assessment.verdict() == Verdict.CANNOT_TELL) {
                for (String missing : Suspects.missing(assessment)) {
                    measures.add(new Measure(
                            "Measurement",
                            "Make measurable, to tell about %s: %s."
                                    .formatted(Words.inside(assessment.title()), missing)));
                }
            }
        }
        return List.copyOf(measures);
    }

    private static void causal(Case it, RootCause cause, List<Measure> measures) {
        Lesson lesson = Lesson.of(cause.id());
        String parameter = it.remedy().map(remedy -> remedy.parameter()).orElse("the setting at fault");
        it.remedy()
                .ifPresent(remedy -> measures.add(new Measure(
                        "Configuration",
                        "Set %s to %s in every environment; found at: %s."
                                .formatted(remedy.parameter(), remedy.suggested(), remedy.setAt()))));
        measures.add(new Measure("Configuration check", "Check on every change that %s.".formatted(lesson.check())));
        measures.add(new Measure("Alert", "Alert on %s.".formatted(lesson.watch())));
        measures.add(new Measure(
                "Drill",
                "Repeat the drill \"%s\" after every change of %s, and compare goodput, time to alert and time to cause."
                        .formatted(it.story().outcome().drill(), parameter)));
        measures.add(new Measure(
                "Documentation", "Write beside %s what it does: %s.".formatted(parameter, lesson.explain())));
        if (it.assessments().stream()
                .anyMatch(other -> other.id().equals(DEPLOYMENT) && other.verdict() == Verdict.CONTRIBUTING)) {
            measures.add(new Measure(
                    "Deployment",
                    "Review and roll out configuration like code: the change of %s travelled in a deployment."
                            .formatted(parameter)));
        }
    }
}
