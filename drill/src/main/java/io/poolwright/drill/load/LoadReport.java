package io.poolwright.drill.load;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * The sum of some seconds of a run, warm-up left out.
 *
 * <p>Nothing is dropped: in flight = in flight before + offered − good − late − failed.
 *
 * @param seconds in order of time, each with its own histograms
 * @param latency of requests finished in these seconds, from the intended start of the first attempt
 * @param served of those among them that were answered with a 200
 * @param lag how late the generator itself started each arrival
 * @param lagLimit p99 of lag above which the report is invalid
 */
public record LoadReport(
        List<LoadSecond> seconds, Durations latency, Durations served, Durations lag, Duration lagLimit) {
    public LoadReport {
        seconds = List.copyOf(seconds);
        Objects.requireNonNull(latency, "latency");
        Objects.requireNonNull(served, "served");
        Objects.requireNonNull(lag, "lag");
        Objects.requireNonNull(lagLimit, "lagLimit");
    }

    static LoadReport of(List<LoadSecond> run, Instant from, Instant to, Duration lagLimit) {
        List<LoadSecond> counted = run.stream()
                .filter(second -> !second.warmUp())
                .filter(second ->
                        !second.start().isBefore(from) && second.start().isBefore(to))
                .toList();
        return new LoadReport(
                counted,
                Durations.merged(counted.stream().map(LoadSecond::latency).toList()),
                Durations.merged(counted.stream().map(LoadSecond::served).toList()),
                Durations.merged(counted.stream().map(LoadSecond::lag).toList()),
                lagLimit);
    }

    /** Requests unfinished when the first second began; they finish in this report without being offered in it. */
    public long inFlightBefore() {
        return seconds.isEmpty() ? 0 : seconds.get(0).inFlightBefore();
    }

    /** Fresh requests that arrived. */
    public long offered() {
        return seconds.stream().mapToLong(LoadSecond::offered).sum();
    }

    /** Tries, first ones and retries, that had a connection or tried to open one. */
    public long attempts() {
        return seconds.stream().mapToLong(LoadSecond::attempts).sum();
    }

    /** 200s within the plan's limit. */
    public long good() {
        return seconds.stream().mapToLong(LoadSecond::good).sum();
    }

    /** 200s after it. */
    public long late() {
        return seconds.stream().mapToLong(LoadSecond::late).sum();
    }

    /** Requests given up, by reason, in alphabetical order. */
    public Map<String, Long> failed() {
        Map<String, Long> sum = new TreeMap<>();
        seconds.forEach(second -> second.failed().forEach((reason, count) -> sum.merge(reason, count, Long::sum)));
        return sum;
    }

    /** Requests given up, for any reason. */
    public long failures() {
        return seconds.stream().mapToLong(LoadSecond::failures).sum();
    }

    /** Requests unfinished at the end. */
    public long inFlight() {
        return seconds.isEmpty() ? 0 : seconds.get(seconds.size() - 1).inFlight();
    }

    /** Connections opened, reused and failed. */
    public Connections connections() {
        return seconds.stream().map(LoadSecond::connections).reduce(Connections.NONE, Connections::plus);
    }

    /** Latency, in seconds, that {@code percent} per cent of finished requests do not exceed. */
    public OptionalDouble percentile(double percent) {
        return latency.percentile(percent);
    }

    /**
     * Latency, in seconds, that {@code percent} per cent of finished requests do not exceed when every failed one counts as
     * if it had taken {@code deadline}: failing fast is no way to be quick.
     *
     * @param deadline in seconds; a 200 that took longer counts as it is
     */
    public OptionalDouble percentile(double percent, double deadline) {
        long finished = served.count() + failures();
        if (finished == 0) {
            return OptionalDouble.empty();
        }
        double rank = percent / 100 * finished;
        if (rank > served.count()) {
            return OptionalDouble.of(deadline);
        }
        return served.percentile(100 * rank / served.count());
    }

    /** Whether the generator kept its own schedule, and if not, by how much it missed. */
    public Validity valid() {
        OptionalDouble p99 = lag.percentile(99);
        if (p99.isEmpty()) {
            return new Validity.Invalid("no request arrived outside the warm-up");
        }
        double limit = lagLimit.toNanos() / 1e9;
        return p99.getAsDouble() <= limit
                ? new Validity.Valid()
                : new Validity.Invalid("the generator started 1 in 100 arrivals more than %.2f ms late; limit %.2f ms"
                        .formatted(p99.getAsDouble() * 1e3, limit * 1e3));
    }
}
