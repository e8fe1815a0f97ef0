package io.poolwright.cli.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * One phase of the drill and how customers fared in it.
 *
 * @param name in a word or two
 * @param from its beginning
 * @param to its end
 * @param good customers served well, mean, in 1/s
 * @param offered requests begun, mean, in 1/s
 */
record Phase(String name, Instant from, Instant to, OptionalDouble good, OptionalDouble offered) {
    private static final int LONGEST = 24;

    /**
     * The phases in order. The outcome's own figures hold where there are as many of them as phases; else the mean over
     * the phase's seconds.
     */
    static List<Phase> of(Course course) {
        Story story = course.story();
        List<Moment> begins = course.moments(Moment.Kind.PHASE);
        List<Outcome.PhaseGoodput> figures = story.outcome().goodput();
        boolean paired = figures.size() == begins.size();
        List<Phase> phases = new ArrayList<>();
        for (int i = 0; i < begins.size(); i++) {
            Instant from = begins.get(i).at();
            Instant to = i + 1 < begins.size() ? begins.get(i + 1).at() : story.endedAt();
            if (paired) {
                Outcome.PhaseGoodput figure = figures.get(i);
                phases.add(new Phase(
                        figure.phase(), from, to, Words.finite(figure.good()), Words.finite(figure.offered())));
            } else {
                List<CustomerSecond> seconds = course.customers(from, to);
                phases.add(new Phase(
                        name(begins.get(i).text()),
                        from,
                        to,
                        Course.mean(seconds, CustomerSecond::good),
                        Course.mean(seconds, CustomerSecond::offered)));
            }
        }
        return List.copyOf(phases);
    }

    boolean has(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }

    private static String name(String text) {
        int end = text.indexOf(':');
        String name = end > 0 ? text.substring(0, end) : text;
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1).strip() + "…";
    }
}
