package io.poolwright.cli.report;

import java.util.List;
import java.util.Optional;

/**
 * The written report before it is set in type: every sentence and every figure, computed once, so that no two surfaces
 * disagree.
 *
 * @param title of the report
 * @param state how it stands
 * @param headline the one sentence for those who read no further
 * @param about what sort of document this is
 * @param invalid why the run proves nothing; empty for a valid run
 * @param summary issue summary
 * @param timeline every moment, oldest first
 * @param resolution root cause and resolution
 * @param measures corrective and preventative measures
 * @param noMeasures why there are none, when there are none
 * @param figures tables
 * @param environment the components and their versions
 */
record PostMortem(
        String title,
        State state,
        String headline,
        String about,
        List<String> invalid,
        List<Fact> summary,
        List<Entry> timeline,
        Resolution resolution,
        List<Measure> measures,
        Optional<String> noMeasures,
        List<Table> figures,
        List<Fact> environment) {
    PostMortem {
        invalid = List.copyOf(invalid);
        summary = List.copyOf(summary);
        timeline = List.copyOf(timeline);
        measures = List.copyOf(measures);
        figures = List.copyOf(figures);
        environment = List.copyOf(environment);
    }

    static PostMortem of(Case it) {
        Story story = it.story();
        List<Measure> measures = Measures.of(it);
        return new PostMortem(
                "Post-mortem: " + story.title(),
                State.of(it),
                Summary.headline(it),
                "Drill \"%s\", %s, written from measurements %s after the start."
                        .formatted(
                                story.outcome().drill(),
                                Utc.day(story.startedAt()),
                                Words.lasting(story.outcome().seconds())),
                story.outcome().invalid().stream().map(Words::sentence).toList(),
                Summary.of(it),
                Timeline.of(it.course(), it.phases()),
                Resolution.of(it),
                measures,
                measures.isEmpty()
                        ? Optional.of(
                                "None: nothing was found that calls for one. Keep this run to compare others with.")
                        : Optional.empty(),
                Tables.of(it),
                story.environment().entrySet().stream()
                        .map(entry -> new Fact(entry.getKey(), entry.getValue()))
                        .toList());
    }
}
