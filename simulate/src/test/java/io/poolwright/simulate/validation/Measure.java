package io.poolwright.simulate.validation;

import io.poolwright.simulate.Window;
import java.util.function.ToDoubleFunction;

/**
 * A number that a formula knows and a run of the stack shows.
 *
 * @param name what it is called in the table
 * @param exact from the formula
 * @param read from the run
 */
record Measure(String name, double exact, ToDoubleFunction<Window> read) {
    /** Mean time from a request's birth to its answer. */
    static Measure time(double exact) {
        return new Measure(
                "mean time", exact, total -> total.customers().latency().mean().orElse(Double.NaN));
    }

    /** Share of the answered that took longer than the run's limit. */
    static Measure beyondLimit(String name, double exact) {
        return new Measure(name, exact, total -> {
            var customers = total.customers();
            return customers.late() / (double) (customers.good() + customers.late());
        });
    }

    /** Answers a second. */
    static Measure throughput(double exact) {
        return new Measure(
                "throughput",
                exact,
                total -> (total.customers().good() + total.customers().late()) / total.seconds());
    }

    /** Mean wait for a connection, of all who asked for one. */
    static Measure poolWait(double exact) {
        return new Measure("mean wait", exact, total -> {
            var pool = total.pool();
            return pool.waitSeconds() / (pool.borrowed() + pool.timeouts());
        });
    }

    /** Share of those who asked for a connection and found none idle. */
    static Measure poolWaited(double exact) {
        return new Measure("P(wait)", exact, total -> {
            var pool = total.pool();
            return pool.waited() / (double) (pool.borrowed() + pool.timeouts());
        });
    }

    /** Mean wait in the balancer's queue, of those let through. */
    static Measure balancerWait(double exact) {
        return new Measure(
                "mean wait",
                exact,
                total -> total.balancer().queueSeconds() / total.balancer().admitted());
    }
}
