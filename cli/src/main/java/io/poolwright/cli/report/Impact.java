package io.poolwright.cli.report;

import io.poolwright.detect.Say;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * What customers saw of the trouble, from onset to recovery; of the whole run when there was no trouble.
 *
 * @param ended requests that ended in that time (count)
 * @param failed share of them not answered with 200
 * @param late share of them answered with 200, too late
 * @param usualP99 99th percentile of latency in a middling second before the trouble, in seconds
 * @param p99 the same in a middling second of it
 * @param worstP99 the same in its worst second
 */
record Impact(
        double ended,
        OptionalDouble failed,
        OptionalDouble late,
        OptionalDouble usualP99,
        OptionalDouble p99,
        OptionalDouble worstP99) {

    static Impact of(Course course) {
        Story story = course.story();
        List<CustomerSecond> trouble = course.customers(course.began().orElse(story.startedAt()), course.over());
        List<CustomerSecond> usual = course.began()
                .map(onset -> course.customers(story.startedAt(), onset))
                .orElse(List.of());
        double ended = sum(trouble, Impact::ended);
        return new Impact(
                ended,
                share(sum(trouble, CustomerSecond::failed), ended),
                share(sum(trouble, CustomerSecond::late), ended),
                middling(usual),
                middling(trouble),
                p99s(trouble).length == 0
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(p99s(trouble)[p99s(trouble).length - 1]));
    }

    /** Requests that ended in a second. */
    static double ended(CustomerSecond second) {
        return second.good() + second.late() + second.failed();
    }

    /** The p99 of the middling second: percentiles have no mean. */
    static OptionalDouble middling(List<CustomerSecond> seconds) {
        double[] sorted = p99s(seconds);
        return sorted.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(sorted[sorted.length / 2]);
    }

    private static double[] p99s(List<CustomerSecond> seconds) {
        return seconds.stream()
                .filter(second -> ended(second) > 0)
                .flatMapToDouble(second -> second.p99().stream())
                .filter(Double::isFinite)
                .sorted()
                .toArray();
    }

    private static double sum(List<CustomerSecond> seconds, ToDoubleFunction<CustomerSecond> question) {
        return seconds.stream().mapToDouble(question).filter(Double::isFinite).sum();
    }

    private static OptionalDouble share(double part, double whole) {
        return Words.share(OptionalDouble.of(part), OptionalDouble.of(whole));
    }

    /** Share of requests that failed or came late. */
    OptionalDouble hurt() {
        return failed.isPresent() && late.isPresent()
                ? OptionalDouble.of(failed.getAsDouble() + late.getAsDouble())
                : OptionalDouble.empty();
    }

    String sentence() {
        if (hurt().isEmpty()) {
            return "Unknown: no request of that time was measured.";
        }
        String latency = usualP99.isPresent() && p99.isPresent()
                ? "99 of 100 requests were answered within %s in a middling second (%s before; %s in the worst)"
                        .formatted(Words.time(p99), Words.time(usualP99), Words.time(worstP99))
                : "99 of 100 requests were answered within %s in a middling second (%s in the worst)"
                        .formatted(Words.time(p99), Words.time(worstP99));
        return "Of %s requests %s failed and %s came too late; %s."
                .formatted(Say.number(ended), Words.percent(failed), Words.percent(late), latency);
    }
}
