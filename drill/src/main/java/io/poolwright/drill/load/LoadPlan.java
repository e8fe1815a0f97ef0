package io.poolwright.drill.load;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;

/**
 * One open-model load: where to, how often, and how the callers behave.
 *
 * @param verb HTTP method; a POST has an empty body
 * @param target {@code http://host:port/path?query}
 * @param perSecond arrival rate at the start, in requests per second; 0 is a pause
 * @param arrivals how arrivals are spaced
 * @param seed of arrivals and back-off jitter
 * @param timeout longest an attempt may take once it has a connection or begins to open one; it is then abandoned by closing
 *     its socket. Also the longest a request may wait in line for a connection
 * @param retries what follows a failed attempt
 * @param goodWithin a 200 counts as good up to this long after the intended start of the first attempt
 * @param maxConnections open connections at any time; an arrival beyond it waits in line
 * @param warmUp seconds that start earlier than this are marked and kept out of reports
 * @param lagLimit p99 of the generator's own lag above which a report is invalid
 */
public record LoadPlan(
        Verb verb,
        URI target,
        double perSecond,
        Arrivals arrivals,
        long seed,
        Duration timeout,
        RetryPolicy retries,
        Duration goodWithin,
        int maxConnections,
        Duration warmUp,
        Duration lagLimit) {
    public LoadPlan {
        Objects.requireNonNull(verb, "verb");
        Objects.requireNonNull(arrivals, "arrivals");
        Objects.requireNonNull(retries, "retries");
        if (!"http".equals(target.getScheme()) || target.getHost() == null || target.getPort() < 1) {
            throw new IllegalArgumentException(
                    "target must be http://host:port/path with a port from 1, was '%s'".formatted(target));
        }
        Rate.checked(perSecond);
        positive("timeout", timeout);
        positive("goodWithin", goodWithin);
        positive("lagLimit", lagLimit);
        if (warmUp.isNegative()) {
            throw new IllegalArgumentException("warmUp must not be negative, was %s".formatted(warmUp));
        }
        if (maxConnections < 1) {
            throw new IllegalArgumentException("maxConnections must be at least 1, was %d".formatted(maxConnections));
        }
    }

    /**
     * GETs at a constant rate: timeout 10 s, no retries, good within 500 ms, at most 4096 connections, no warm-up, lag limit
     * 1 ms.
     */
    public static LoadPlan get(URI target, double perSecond) {
        return new LoadPlan(
                Verb.GET,
                target,
                perSecond,
                Arrivals.CONSTANT,
                1,
                Duration.ofSeconds(10),
                RetryPolicy.none(),
                Duration.ofMillis(500),
                4096,
                Duration.ZERO,
                Duration.ofMillis(1));
    }

    /** As {@link #get}, with POSTs. */
    public static LoadPlan post(URI target, double perSecond) {
        LoadPlan plan = get(target, perSecond);
        return new LoadPlan(
                Verb.POST,
                target,
                perSecond,
                plan.arrivals,
                plan.seed,
                plan.timeout,
                plan.retries,
                plan.goodWithin,
                plan.maxConnections,
                plan.warmUp,
                plan.lagLimit);
    }

    /** The same load, spaced this way from this seed. */
    public LoadPlan withArrivals(Arrivals spacing, long newSeed) {
        return new LoadPlan(
                verb,
                target,
                perSecond,
                spacing,
                newSeed,
                timeout,
                retries,
                goodWithin,
                maxConnections,
                warmUp,
                lagLimit);
    }

    /** The same load from callers who wait this long for an attempt and then do this. */
    public LoadPlan withCallers(Duration newTimeout, RetryPolicy newRetries) {
        return new LoadPlan(
                verb,
                target,
                perSecond,
                arrivals,
                seed,
                newTimeout,
                newRetries,
                goodWithin,
                maxConnections,
                warmUp,
                lagLimit);
    }

    /** The same load, judged good up to this long after the intended start. */
    public LoadPlan withGoodWithin(Duration limit) {
        return new LoadPlan(
                verb, target, perSecond, arrivals, seed, timeout, retries, limit, maxConnections, warmUp, lagLimit);
    }

    /** The same load over at most this many open connections. */
    public LoadPlan withMaxConnections(int max) {
        return new LoadPlan(
                verb, target, perSecond, arrivals, seed, timeout, retries, goodWithin, max, warmUp, lagLimit);
    }

    /** The same load with this warm-up before it counts. */
    public LoadPlan withWarmUp(Duration newWarmUp) {
        return new LoadPlan(
                verb,
                target,
                perSecond,
                arrivals,
                seed,
                timeout,
                retries,
                goodWithin,
                maxConnections,
                newWarmUp,
                lagLimit);
    }

    /** The same load, valid up to this p99 of generator lag. */
    public LoadPlan withLagLimit(Duration limit) {
        return new LoadPlan(
                verb, target, perSecond, arrivals, seed, timeout, retries, goodWithin, maxConnections, warmUp, limit);
    }

    private static void positive(String name, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("%s must be positive, was %s".formatted(name, duration));
        }
    }
}
