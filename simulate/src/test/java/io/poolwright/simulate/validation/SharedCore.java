package io.poolwright.simulate.validation;

import io.poolwright.queueing.engine.EventEngine;
import io.poolwright.queueing.engine.ProcessorSharing;
import io.poolwright.queueing.engine.RandomStreams;
import java.util.random.RandomGenerator;

/** One core on the bare engine, shared by jobs of demand .5 and 1.5, as many of one as of the other. */
final class SharedCore {
    private static final int ARRIVAL = 0;
    private static final int NUMBERS = 1 << 16;
    private static final double SMALL = .5;

    private final EventEngine engine = new EventEngine();
    private final ProcessorSharing core = new ProcessorSharing(n -> 1);
    private final RandomGenerator gaps;
    private final RandomGenerator sizes;
    private final double rate;
    private final int arrival = engine.timer(ARRIVAL);
    private final int end = engine.timer(1);
    private final double[] came = new double[NUMBERS];
    private final boolean[] large = new boolean[NUMBERS];
    private int next;

    private final double[] time = new double[2];
    private final long[] jobs = new long[2];

    SharedCore(long seed, double rate) {
        RandomStreams streams = new RandomStreams(seed);
        this.gaps = streams.stream(0);
        this.sizes = streams.stream(1);
        this.rate = rate;
        engine.arm(arrival, 0);
    }

    /** Goes on for so long, counting from zero. */
    SharedCore run(double seconds) {
        for (int size = 0; size < 2; size++) {
            time[size] = 0;
            jobs[size] = 0;
        }
        double until = engine.now() + seconds;
        while (engine.advance(until)) {
            double now = engine.now();
            if (engine.kind() == ARRIVAL) {
                engine.arm(arrival, now + gaps.nextExponential() / rate);
                int job = next++ & (NUMBERS - 1);
                came[job] = now;
                large[job] = sizes.nextBoolean();
                core.enter(job, large[job] ? 3 * SMALL : SMALL, now);
            } else {
                int job = core.finish(now);
                int size = large[job] ? 1 : 0;
                time[size] += now - came[job];
                jobs[size]++;
            }
            engine.arm(end, core.next(now));
        }
        return this;
    }

    double meanTimeOfSmall() {
        return time[0] / jobs[0];
    }

    double meanTimeOfLarge() {
        return time[1] / jobs[1];
    }
}
