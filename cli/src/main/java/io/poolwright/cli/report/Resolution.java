package io.poolwright.cli.report;

import io.poolwright.detect.Say;
import io.poolwright.diagnose.Assessment;
import io.poolwright.diagnose.Diagnosis;
import io.poolwright.diagnose.RootCause;
import io.poolwright.diagnose.Verdict;
import io.poolwright.diagnose.Weighing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Root cause and resolution.
 *
 * @param statement what it was, and how sure that is
 * @param parameter the one parameter: name, place, value in force, value to set, how computed; empty when none is named
 * @param evidence what was weighed for the cause; empty when no cause was stated
 * @param suspects every suspect and what decided about it; empty when nothing was suspected
 * @param open what could not be told, and which measurement would tell
 * @param warnings remedies that would make it worse
 * @param firstAid what eases it at once, if anything does
 * @param resolution what was applied, and whether it helped
 */
record Resolution(
        List<String> statement,
        List<Fact> parameter,
        Optional<Table> evidence,
        Optional<Table> suspects,
        List<String> open,
        List<String> warnings,
        Optional<String> firstAid,
        List<String> resolution) {
    Resolution {
        statement = List.copyOf(statement);
        parameter = List.copyOf(parameter);
        open = List.copyOf(open);
        warnings = List.copyOf(warnings);
        resolution = List.copyOf(resolution);
    }

    static Resolution of(Case it) {
        Optional<Assessment> guilty = it.cause().flatMap(cause -> it.assessments().stream()
                .filter(assessment -> assessment.id().equals(cause.id()))
                .findFirst());
        return new Resolution(
                statement(it, guilty),
                parameter(it),
                guilty.map(Suspects::evidence),
                it.assessments().isEmpty() ? Optional.empty() : Optional.of(Suspects.table(it.assessments())),
                open(it),
                it.story().conclusion().map(Diagnosis::warnings).orElse(List.of()).stream()
                        .map(Words::sentence)
                        .toList(),
                it.cause().flatMap(RootCause::firstAid).map(Words::sentence),
                resolution(it));
    }

    private static List<String> statement(Case it, Optional<Assessment> guilty) {
        List<String> sentences = new ArrayList<>();
        Optional<RootCause> cause = it.cause();
        if (cause.isPresent()) {
            sentences.add("%s. Named at %s UTC%s."
                    .formatted(
                            cause.get().title(),
                            Utc.time(cause.get().namedAt()),
                            guilty.map(Resolution::weight).orElse("")));
        } else if (it.alerted()) {
            sentences.add("Unknown: no suspect was carried by enough evidence.");
        } else {
            sentences.add("None was looked for: no alert fired.");
        }
        it.assessments().stream()
                .filter(assessment -> assessment.verdict() == Verdict.CONTRIBUTING)
                .map(assessment -> "Contributing: %s (%s)."
                        .formatted(Words.inside(assessment.title()), Suspects.decisive(assessment)))
                .forEach(sentences::add);
        Outcome outcome = it.story().outcome();
        outcome.expected().ifPresent(id -> sentences.add(truth(it, id, cause)));
        List<String> wrong = outcome.wrongCauses().stream()
                .filter(id -> cause.filter(stated -> stated.id().equals(id)).isEmpty())
                .map(id -> Words.inside(it.title(id)))
                .toList();
        if (!wrong.isEmpty()) {
            sentences.add("Also stated at some time, and wrong: %s.".formatted(Words.list(wrong)));
        }
        return sentences;
    }

    private static String weight(Assessment guilty) {
        return ", with %s decibans of evidence at its fullest (%s are odds of a hundred to one, and needed to state a cause)"
                .formatted(Words.decibans(guilty.decibans()), Say.number(Weighing.ENOUGH));
    }

    private static String truth(Case it, String expected, Optional<RootCause> cause) {
        boolean right = cause.filter(stated -> stated.id().equals(expected)).isPresent();
        return right
                ? "This was a drill: it brought about just this, and the diagnosis was not told."
                : "This was a drill: it brought about %s, and the diagnosis did not find it."
                        .formatted(Words.inside(it.title(expected)));
    }

    private static List<Fact> parameter(Case it) {
        return it.remedy()
                .map(remedy -> List.of(
                        new Fact("Parameter", remedy.parameter()),
                        new Fact("Set at", remedy.setAt()),
                        new Fact("In force", remedy.current()),
                        new Fact("Suggested", remedy.suggested()),
                        new Fact("Computed", Words.sentence(remedy.reason()))))
                .orElse(List.of());
    }

    private static List<String> open(Case it) {
        return it.assessments().stream()
                .filter(assessment -> assessment.verdict() == Verdict.CANNOT_TELL)
                .map(assessment -> assessment.title() + ": " + Suspects.open(assessment) + ".")
                .toList();
    }

    private static List<String> resolution(Case it) {
        if (!it.broken()) {
            return List.of();
        }
        List<String> sentences = new ArrayList<>();
        for (Moment fix : it.course().moments(Moment.Kind.FIX)) {
            sentences.add("Applied at %s UTC: %s".formatted(Utc.time(fix.at()), Words.sentence(fix.text())));
        }
        sentences.add(Words.sentence(Summary.ended(it)));
        if (it.story().outcome().recovered()) {
            sentences.add("The stack's own signals agree" + served(it) + ".");
        }
        return sentences;
    }

    private static String served(Case it) {
        List<Outcome.PhaseGoodput> goodput = it.story().outcome().goodput();
        if (goodput.isEmpty()) {
            return "";
        }
        Outcome.PhaseGoodput last = goodput.get(goodput.size() - 1);
        return ": in the last phase (%s) %s of %s offered were served well"
                .formatted(
                        last.phase(), Words.rate(Words.finite(last.good())), Words.rate(Words.finite(last.offered())));
    }
}
