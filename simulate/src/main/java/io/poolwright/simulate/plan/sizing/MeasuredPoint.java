package io.poolwright.simulate.plan.sizing;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * One setting of a real stack, as it was measured.
 *
 * @param workload what it was asked for
 * @param pool connections of one instance's pool
 * @param acquireTimeout longest wait for one, in seconds
 * @param repetition which measurement of this setting it is
 * @param tail 99th percentile in seconds, failed requests counted at the deadline
 * @param errors share of the finished requests that failed, 0 to 1
 * @param rate answers a second
 * @param useTime mean time that a connection was held, in seconds; empty when it was not measured
 * @param used connections of one instance's pool lent out, on average; empty when it was not measured
 * @param timeouts callers who gave up waiting, of all instances; empty when it was not measured
 */
public record MeasuredPoint(
        String workload,
        int pool,
        double acquireTimeout,
        int repetition,
        double tail,
        double errors,
        double rate,
        OptionalDouble useTime,
        OptionalDouble used,
        OptionalDouble timeouts) {
    public MeasuredPoint {
        Objects.requireNonNull(workload, "workload");
        if (!(tail >= 0) || !(errors >= 0 && errors <= 1)) {
            throw new IllegalArgumentException(
                    "a measured point has a tail of 0 s or more and errors of 0 to 1; had %s and %s"
                            .formatted(tail, errors));
        }
    }
}
