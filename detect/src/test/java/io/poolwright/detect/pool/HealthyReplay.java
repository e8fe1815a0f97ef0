package io.poolwright.detect.pool;

import io.poolwright.model.Answer;
import io.poolwright.model.live.PoolId;
import io.poolwright.model.live.Reading;
import io.poolwright.model.live.Signal;
import java.util.Random;

/**
 * A pool that is busy and well, as it was once measured: about 2,900 borrows a second, nearly always everything used, up to
 * 29 in line, 7.6 ms to get a connection on the mean, 95 of 100 requests done in 82 ms, nobody gives up. Traffic swings, and
 * now and then the process pauses for a part of a second.
 */
final class HealthyReplay {
    private static final int MAX = 20;
    private static final double RATE = 2900;
    private static final double WAIT = 0.0076;
    private static final int LONGEST_LINE = 29;

    private final PoolId pool;
    private final Random random;
    private double borrows = 1e6;
    private double waitSeconds = 1e4;
    private double useSeconds = 5e4;
    private double created = MAX;
    private double swing;

    HealthyReplay(PoolId pool, long seed) {
        this.pool = pool;
        this.random = new Random(seed);
    }

    /** The page after so many more seconds. */
    Answer<Reading> next(double seconds) {
        swing = 0.98 * swing + 0.02 * random.nextGaussian();
        double served = RATE * seconds * Math.max(0.5, 1 + swing + 0.03 * random.nextGaussian());
        double wait = WAIT * (0.7 + 0.6 * random.nextDouble());
        double line = Math.max(0, Math.min(LONGEST_LINE, 20 + 5 * random.nextGaussian()));
        if (random.nextInt(400) == 0) {
            // A pause of up to 0.9 s: whoever came meanwhile waits for the rest of it.
            double pause = 0.1 + 0.8 * random.nextDouble();
            wait += pause * pause / 2 / seconds;
            line = LONGEST_LINE;
        }
        borrows += Math.rint(served);
        waitSeconds += served * wait;
        // Throughput is what twenty connections give: it swings because the use time does.
        useSeconds += seconds * (MAX - 0.1) * (1 + 0.01 * random.nextGaussian());
        created += random.nextDouble() < seconds * MAX / 1800 ? 1 : 0;
        double used = random.nextInt(10) == 0 ? MAX - 1 : MAX;
        return Answer.of(Reading.of(pool)
                .set(Signal.MAX, MAX)
                .set(Signal.USED, used)
                .set(Signal.IDLE, MAX - used)
                .set(Signal.PENDING, Math.rint(line))
                .set(Signal.WAITS, borrows)
                .set(Signal.WAIT_SECONDS, waitSeconds)
                .set(Signal.WAIT_MAX, 0.9)
                .set(Signal.USES, borrows)
                .set(Signal.USE_SECONDS, useSeconds)
                .set(Signal.CREATED, created)
                .set(Signal.TIMEOUTS, 0)
                .build());
    }
}
