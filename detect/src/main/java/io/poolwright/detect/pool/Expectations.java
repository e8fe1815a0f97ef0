package io.poolwright.detect.pool;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What is written down about a pool and its callers, and bears on how its numbers are judged. Nothing here is measured.
 *
 * @param budget how long a caller of the pool has for its whole request
 * @param queueTimeout longest that a balancer lets a request wait for a server, HAProxy's {@code timeout queue}
 * @param acquireTimeout longest that a caller waits for a connection
 * @param maxLifetime age at which a connection is replaced by a new one
 * @param replicas how many instances each hold a pool like this
 */
public record Expectations(
        Optional<Expected<Duration>> budget,
        Optional<Expected<Duration>> queueTimeout,
        Optional<Expected<Duration>> acquireTimeout,
        Optional<Expected<Duration>> maxLifetime,
        Optional<Expected<Integer>> replicas) {
    private static final Expectations NONE =
            new Expectations(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public Expectations {
        Objects.requireNonNull(budget, "budget");
        Objects.requireNonNull(queueTimeout, "queueTimeout");
        Objects.requireNonNull(acquireTimeout, "acquireTimeout");
        Objects.requireNonNull(maxLifetime, "maxLifetime");
        Objects.requireNonNull(replicas, "replicas");
    }

    /** Nothing is written down. */
    public static Expectations none() {
        return NONE;
    }

    public Expectations withBudget(Duration value, String origin) {
        return new Expectations(
                Optional.of(new Expected<>(value, origin)), queueTimeout, acquireTimeout, maxLifetime, replicas);
    }

    public Expectations withQueueTimeout(Duration value, String origin) {
        return new Expectations(
                budget, Optional.of(new Expected<>(value, origin)), acquireTimeout, maxLifetime, replicas);
    }

    public Expectations withAcquireTimeout(Duration value, String origin) {
        return new Expectations(
                budget, queueTimeout, Optional.of(new Expected<>(value, origin)), maxLifetime, replicas);
    }

    public Expectations withMaxLifetime(Duration value, String origin) {
        return new Expectations(
                budget, queueTimeout, acquireTimeout, Optional.of(new Expected<>(value, origin)), replicas);
    }

    public Expectations withReplicas(int value, String origin) {
        return new Expectations(
                budget, queueTimeout, acquireTimeout, maxLifetime, Optional.of(new Expected<>(value, origin)));
    }
}
