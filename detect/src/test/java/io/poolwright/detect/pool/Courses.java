package io.poolwright.detect.pool;

import io.poolwright.model.Answer;
import io.poolwright.model.live.PoolId;
import io.poolwright.model.live.Reading;
import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import java.util.Random;

/**
 * Pools over hours and days, with the noise of random arrivals: traffic by the clock, connections that leak, batches, steps.
 * Knows the truth, so that a forecast can be held against it.
 */
final class Courses {
    static final PoolId POOL = new PoolId("shop", "a:1", Tier.POOL, "orders");

    /** What happens at a time (s). */
    interface Course {
        double at(double second);
    }

    /** How much the source tells. */
    enum Tells {
        EVERYTHING,
        NO_USE_TIME,
        GAUGES
    }

    final int max;
    private final Course traffic;
    private final Course useTime;
    private final Course held;
    private final Tells tells;
    private final Random random;
    private double uses = 1e5;
    private double useSeconds = 1e4;
    private double fluctuation;

    /**
     * A pool.
     *
     * @param traffic borrows (1/s)
     * @param useTime of each (s)
     * @param held connections that are lent out and never return
     */
    Courses(int max, Course traffic, Course useTime, Course held, Tells tells, long seed) {
        this.max = max;
        this.traffic = traffic;
        this.useTime = useTime;
        this.held = held;
        this.tells = tells;
        this.random = new Random(seed);
    }

    /** Mean used without chance, not cut off at the limit. */
    double truth(double second) {
        return traffic.at(second) * useTime.at(second) + Math.floor(held.at(second));
    }

    Answer<Reading> at(double second, double interval) {
        // Traffic wanders a little around its course, over minutes.
        double keep = Math.exp(-interval / 300);
        fluctuation = keep * fluctuation + Math.sqrt(1 - keep * keep) * 0.08 * random.nextGaussian();
        double rate = Math.max(0, traffic.at(second) * (1 + fluctuation));
        double busy = rate * useTime.at(second);
        double lost = Math.floor(held.at(second));
        double free = Math.max(0, max - lost);
        double used = Math.min(max, lost + Math.min(free, poisson(busy)));
        double served = Math.min(poisson(rate * interval), free / useTime.at(second) * interval);
        uses += served;
        if (served > 0) {
            useSeconds += served * useTime.at(second) * (1 + 0.8 * random.nextGaussian() / Math.sqrt(served));
        }
        Reading.Builder it = Reading.of(POOL)
                .set(Signal.MAX, max)
                .set(Signal.USED, used)
                .set(Signal.IDLE, max - used)
                .set(Signal.PENDING, 0);
        if (tells != Tells.GAUGES) {
            it.set(Signal.BORROWS, uses);
        }
        if (tells == Tells.EVERYTHING) {
            it.set(Signal.USES, uses).set(Signal.USE_SECONDS, useSeconds);
        }
        return Answer.of(it.build());
    }

    private double poisson(double mean) {
        if (mean > 50) {
            return Math.max(0, Math.rint(mean + Math.sqrt(mean) * random.nextGaussian()));
        }
        double limit = Math.exp(-mean);
        int count = -1;
        for (double product = 1; product > limit; product *= random.nextDouble()) {
            count++;
        }
        return Math.max(0, count);
    }

    static Course flat(double value) {
        return second -> value;
    }

    /** By day: least at 4 in the morning, most at 16. */
    static Course daily(double least, double most) {
        return second -> least + (most - least) * (0.5 - 0.5 * Math.cos(2 * Math.PI * (second / 86_400 - 4 / 24.0)));
    }

    /** Office hours: up within two hours of the morning, down within two hours of the evening. */
    static Course office(double least, double most) {
        return second -> {
            double hour = second / 3600 % 24;
            double share = Math.min(1, Math.max(0, Math.min((hour - 7) / 2, (19 - hour) / 2)));
            return least + (most - least) * share;
        };
    }

    /** Nothing until a time, then so many an hour. */
    static Course rising(double from, double perHour) {
        return second -> Math.max(0, (second - from) / 3600 * perHour);
    }

    static Course step(double when, double before, double after) {
        return second -> second < when ? before : after;
    }

    /** Held up one by one over a period, and released all at once. */
    static Course sawtooth(double period, double height) {
        return second -> second % period / period * height;
    }
}
