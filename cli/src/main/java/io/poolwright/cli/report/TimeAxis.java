package io.poolwright.cli.report;

import io.poolwright.detect.Say;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The horizontal axis that all charts share: seconds since the load began, the phases, and the moments that matter.
 *
 * @param start when the load began
 * @param seconds its length
 * @param phases bands behind the charts
 * @param marks moments to be marked, phases left out
 */
record TimeAxis(Instant start, double seconds, List<Phase> phases, List<Entry> marks) implements Across {
    private static final double[] STEPS = {1, 2, 5, 10, 15, 20, 30, 60, 120, 300, 600, 900, 1800, 3600};

    TimeAxis {
        phases = List.copyOf(phases);
        marks = List.copyOf(marks);
    }

    static TimeAxis of(Story story, List<Phase> phases, List<Entry> timeline) {
        double seconds = Math.max(1, Utc.seconds(story.startedAt(), story.endedAt()));
        return new TimeAxis(
                story.startedAt(),
                seconds,
                phases,
                timeline.stream()
                        .filter(entry -> entry.mark() != Mark.PHASE)
                        .filter(entry -> entry.second() >= 0 && entry.second() <= seconds)
                        .toList());
    }

    double second(Instant at) {
        return Utc.seconds(start, at);
    }

    @Override
    public double place(double at) {
        return at / seconds;
    }

    /** Round seconds, and what the clock said. */
    @Override
    public List<Tick> ticks(int most) {
        double step = step(seconds, most);
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i * step <= seconds; i++) {
            double at = i * step;
            ticks.add(new Tick(
                    at,
                    List.of(String.format(Locale.ROOT, "%.0f s", at), Utc.time(start.plusSeconds(Math.round(at))))));
        }
        return List.copyOf(ticks);
    }

    /** The smallest round step that needs no more than so many ticks. */
    static double step(double seconds, int most) {
        for (double candidate : STEPS) {
            if (seconds / candidate <= most) {
                return candidate;
            }
        }
        return STEPS[STEPS.length - 1];
    }

    @Override
    public List<Band> bands() {
        return phases.stream()
                .map(phase -> new Band(
                        Math.max(0, second(phase.from())), Math.min(seconds, second(phase.to())), phase.name()))
                .toList();
    }

    @Override
    public List<Sign> signs() {
        return marks.stream()
                .map(entry -> new Sign(
                        entry.second(),
                        entry.mark(),
                        "%s %s: %s".formatted(Utc.time(entry.at()), entry.mark().word(), entry.text())))
                .toList();
    }

    @Override
    public String title() {
        return "";
    }

    @Override
    public List<Table.Column> columns() {
        return List.of(Table.Column.number("Second"), Table.Column.text("UTC"));
    }

    @Override
    public List<String> cells(double at) {
        return List.of(Say.number(at), Utc.time(start.plusMillis(Math.round(at * 1000))));
    }

    @Override
    public String rows() {
        return "every second";
    }
}
