package io.poolwright.cli.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The horizontal axis that all charts share: seconds since the load began, the phases, and the moments that matter.
 *
 * @param start when the load began
 * @param seconds its length
 * @param phases bands behind the charts
 * @param marks moments to be marked, phases left out
 */
record TimeAxis(Instant start, double seconds, List<Phase> phases, List<Entry> marks) {
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

    /** Round seconds, no more of them than there is room for. */
    List<Double> ticks(int most) {
        double step = STEPS[STEPS.length - 1];
        for (double candidate : STEPS) {
            if (seconds / candidate <= most) {
                step = candidate;
                break;
            }
        }
        List<Double> ticks = new ArrayList<>();
        for (int i = 0; i * step <= seconds; i++) {
            ticks.add(i * step);
        }
        return List.copyOf(ticks);
    }
}
