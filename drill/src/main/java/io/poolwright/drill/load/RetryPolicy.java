package io.poolwright.drill.load;

import java.time.Duration;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/**
 * What a caller does after a failed attempt: the k-th retry (from 0) waits min(base·2^k, cap)·U(0.5, 1.5).
 *
 * <p>Retried are refused and broken connections, client timeouts and 5xx answers; any other answer is final.
 *
 * @param maxRetries attempts after the first; 0 gives up at once
 * @param base back-off before the first retry, without jitter; zero retries at once
 * @param cap longest back-off, without jitter
 * @param budget tokens a fresh request earns (a retry costs one); empty lets every retry through
 */
public record RetryPolicy(int maxRetries, Duration base, Duration cap, OptionalDouble budget) {
    public RetryPolicy {
        Objects.requireNonNull(budget, "budget");
        if (maxRetries < 0) {
            throw new IllegalArgumentException("maxRetries must be at least 0, was %d".formatted(maxRetries));
        }
        if (base.isNegative() || cap.compareTo(base) < 0) {
            throw new IllegalArgumentException(
                    "back-off must satisfy 0 <= base <= cap, was base %s, cap %s".formatted(base, cap));
        }
        if (budget.isPresent() && !(budget.getAsDouble() >= 0 && budget.getAsDouble() <= 1000)) {
            throw new IllegalArgumentException(
                    "budget must be 0 to 1000 tokens per fresh request, was %s".formatted(budget.getAsDouble()));
        }
    }

    /** One attempt, whatever comes of it. */
    public static RetryPolicy none() {
        return immediate(0);
    }

    /** Up to {@code retries} more attempts without a pause and without a budget: the policy that makes retry storms. */
    public static RetryPolicy immediate(int retries) {
        return new RetryPolicy(retries, Duration.ZERO, Duration.ZERO, OptionalDouble.empty());
    }

    /** Up to {@code retries} more attempts, backing off from {@code base} to {@code cap}, without a budget. */
    public static RetryPolicy backingOff(int retries, Duration base, Duration cap) {
        return new RetryPolicy(retries, base, cap, OptionalDouble.empty());
    }

    /** The same policy, limited to {@code tokensPerRequest} retries for each fresh request in the long run. */
    public RetryPolicy withBudget(double tokensPerRequest) {
        return new RetryPolicy(maxRetries, base, cap, OptionalDouble.of(tokensPerRequest));
    }

    /** Nanoseconds to wait before retry {@code k}, counted from 0. */
    long backOff(int k, SplittableRandom random) {
        double withoutJitter = Math.min(base.toNanos() * Math.pow(2, k), (double) cap.toNanos());
        return (long) (withoutJitter * (0.5 + random.nextDouble()));
    }
}
