package io.poolwright.queueing;

import java.util.Arrays;

/**
 * How many backends work on after their clients have given up.
 *
 * <p>zombies = rate of abandoned statements × mean time that each runs on = λ·E[(T − timeout)⁺]. It is Little's law for
 * the station "working for nobody". Checked against PostgreSQL 18: 9 predicted and 10 measured without retries.
 */
public final class ZombieLaw {
    private ZombieLaw() {}

    /**
     * Mean number of zombies.
     *
     * @param abandoned statements whose client gave up, in 1/s
     * @param meanExcess mean time that such a statement runs on, in seconds
     */
    public static double zombies(double abandoned, double meanExcess) {
        return LittlesLaw.population(abandoned, meanExcess);
    }

    /**
     * Mean time that an abandoned statement runs on.
     *
     * @param zombies mean number of zombies
     * @param abandoned statements whose client gave up, in 1/s; more than zero
     * @return seconds
     */
    public static double meanExcess(double zombies, double abandoned) {
        return LittlesLaw.time(zombies, abandoned);
    }

    /**
     * Mean number of zombies that a timeout leaves, given how long the statements take that would pass it.
     *
     * @param rate statements of the sampled kind, in 1/s
     * @param durations a sample of their durations, in seconds; not empty
     * @param timeout the client's patience, in seconds
     */
    public static double zombiesAt(double rate, double[] durations, double timeout) {
        if (durations.length == 0) {
            throw new IllegalArgumentException("no durations");
        }
        double excess = Arrays.stream(durations)
                .map(duration -> Math.max(0, duration - timeout))
                .average()
                .orElseThrow();
        return zombies(rate, excess);
    }

    /**
     * Mean number of zombies when statements are never short of cores and their durations are exponential: (λ/μ)e^(−μt).
     *
     * @param rate statements λ, in 1/s
     * @param duration mean 1/μ, in seconds
     * @param timeout the client's patience t, in seconds
     */
    public static double exponentialZombies(double rate, double duration, double timeout) {
        Given.positive("duration", duration);
        Given.notNegative("timeout", timeout);
        return Given.notNegative("rate", rate) * duration * Math.exp(-timeout / duration);
    }

    /**
     * Mean number of statements with a client that still waits, in the same case: (λ/μ)(1 − e^(−μt)).
     *
     * @param rate statements λ, in 1/s
     * @param duration mean 1/μ, in seconds
     * @param timeout the client's patience t, in seconds
     */
    public static double exponentialAwaited(double rate, double duration, double timeout) {
        Given.positive("duration", duration);
        Given.notNegative("timeout", timeout);
        return -Given.notNegative("rate", rate) * duration * Math.expm1(-timeout / duration);
    }
}
