package io.poolwright.drill.load;

import java.time.Duration;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * The closed books of one second, handed from the event loop to the scribe, who alone reads them from then on.
 *
 * @param from nanoseconds since the start of the run
 * @param to nanoseconds since the start of the run
 */
record Tally(
        long from,
        long to,
        long offered,
        long attempts,
        long good,
        long late,
        Map<String, Long> failed,
        long inFlight,
        Histogram latency,
        Histogram served,
        Histogram lag,
        Connections connections) {

    LoadSecond second(RunClock clock, Duration warmUp) {
        return new LoadSecond(
                clock.wall(from),
                Duration.ofNanos(to - from),
                from < warmUp.toNanos(),
                offered,
                attempts,
                good,
                late,
                failed,
                inFlight,
                Durations.of(latency),
                Durations.of(served),
                Durations.of(lag),
                connections);
    }
}
