package io.poolwright.drill.load;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What callers did and saw in one second of a run.
 *
 * <p>Nothing is dropped: in flight at the end = in flight before + offered − good − late − failed.
 *
 * @param start of the second, by the wall clock
 * @param length one second, or less for the last of a run
 * @param warmUp whether it is kept out of reports
 * @param offered fresh requests that arrived
 * @param attempts tries, first ones and retries, that had a connection or tried to open one
 * @param good 200 within the plan's limit of the intended start
 * @param late 200 after it
 * @param failed requests given up, by reason: a status ("503") or a {@link Failure}
 * @param inFlight requests unfinished at the end: waiting in line, sent, or backing off
 * @param latency of requests finished in this second, failed ones too, from the intended start of the first attempt
 * @param served of those among them that were answered with a 200
 * @param lag how late the generator itself started each arrival
 * @param connections opened, reused and failed
 */
public record LoadSecond(
        Instant start,
        Duration length,
        boolean warmUp,
        long offered,
        long attempts,
        long good,
        long late,
        Map<String, Long> failed,
        long inFlight,
        Durations latency,
        Durations served,
        Durations lag,
        Connections connections) {
    public LoadSecond {
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(length, "length");
        Objects.requireNonNull(latency, "latency");
        Objects.requireNonNull(served, "served");
        Objects.requireNonNull(lag, "lag");
        Objects.requireNonNull(connections, "connections");
        failed = Map.copyOf(failed);
    }

    /** Median latency in seconds; empty when nothing finished. */
    public OptionalDouble p50() {
        return latency.percentile(50);
    }

    /** 99th percentile of latency in seconds; empty when nothing finished. */
    public OptionalDouble p99() {
        return latency.percentile(99);
    }

    /** 99th percentile of the generator's lag in seconds; empty when nothing arrived. */
    public OptionalDouble generatorLagP99() {
        return lag.percentile(99);
    }

    /** Requests given up, for any reason. */
    public long failures() {
        return failed.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Requests unfinished when the second began. */
    long inFlightBefore() {
        return inFlight + good + late + failures() - offered;
    }
}
