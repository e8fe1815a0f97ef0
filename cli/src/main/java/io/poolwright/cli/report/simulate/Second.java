package io.poolwright.cli.report.simulate;

import java.util.OptionalDouble;

/**
 * One second of a run, the mean over the replications.
 *
 * @param at its beginning, in seconds since the run's own time began
 * @param offered fresh requests
 * @param good answered well
 * @param late answered late
 * @param failed given up
 * @param p50 of the answered, in seconds; empty when nothing was answered
 * @param p99 likewise
 * @param balancerQueue requests waiting at the balancer
 * @param used connections lent out, all pools together
 * @param pending callers waiting for one
 * @param backends connections of the database
 * @param zombies statements at work whose client has gone
 */
public record Second(
        double at,
        double offered,
        double good,
        double late,
        double failed,
        OptionalDouble p50,
        OptionalDouble p99,
        double balancerQueue,
        double used,
        double pending,
        double backends,
        double zombies) {}
