package io.poolwright.queueing.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ProcessorSharingTest {
    private static final double EXACT = 1e-9;

    @Test
    void twoJobsOnOneCoreTakeTwiceAsLong() {
        ProcessorSharing core = new ProcessorSharing(n -> 1);
        core.enter(0, 1, 0);
        core.enter(1, 2, 0);

        assertThat(core.next(0)).isCloseTo(2, within(EXACT));
        assertThat(core.finish(2)).isZero();
        assertThat(core.next(2)).isCloseTo(3, within(EXACT));
        assertThat(core.finish(3)).isEqualTo(1);
        assertThat(core.next(3)).isInfinite();
        assertThat(core.done(3)).isCloseTo(3, within(EXACT));
    }

    @Test
    void withACoreForEachNobodyIsSlowedDown() {
        ProcessorSharing cores = new ProcessorSharing(n -> Math.min(n, 2));
        cores.enter(0, 1, 0);
        cores.enter(1, 1.5, .5);

        assertThat(cores.next(.5)).isCloseTo(1, within(EXACT));
        assertThat(cores.finish(1)).isZero();
        assertThat(cores.next(1)).isCloseTo(2, within(EXACT));
    }

    @Test
    void whoLeavesSaysWhatIsLeft() {
        ProcessorSharing core = new ProcessorSharing(n -> 1);
        core.enter(0, 1, 0);
        core.enter(1, 1, 0);

        assertThat(core.leave(0, 1)).isCloseTo(.5, within(EXACT));
        assertThat(core.next(1)).isCloseTo(1.5, within(EXACT));
        assertThat(core.size()).isEqualTo(1);
    }

    @Test
    void slowerProcessorsKeepWhatIsDone() {
        ProcessorSharing core = new ProcessorSharing(n -> 1);
        core.enter(0, 2, 0);
        core.capacity(n -> .5, 1);

        assertThat(core.next(1)).isCloseTo(3, within(EXACT));
        assertThat(core.done(2)).isCloseTo(1.5, within(EXACT));
    }

    /** Jobs that come and go at random, beside a list in which each job's rest is counted down. */
    @Test
    void doesWhatCountingDownEachJobWouldDo() {
        RandomGenerator random = new RandomStreams(5).stream(0);
        ProcessorSharing ours = new ProcessorSharing(ProcessorSharingTest::contended);
        Map<Integer, Double> left = new HashMap<>();
        double now = 0;
        double done = 0;
        for (int job = 0; job < 5_000; job++) {
            double arrival = now + random.nextExponential() / 3;
            while (!left.isEmpty() && ours.next(now) <= arrival) {
                double at = ours.next(now);
                done += countDown(left, at - now);
                int finished = ours.finish(at);
                assertThat(left.remove(finished)).isCloseTo(0, within(1e-6));
                now = at;
            }
            done += countDown(left, arrival - now);
            now = arrival;
            double demand = random.nextExponential();
            ours.enter(job, demand, now);
            left.put(job, demand);
            if (random.nextInt(10) == 0) {
                List<Integer> jobs = new ArrayList<>(left.keySet());
                int victim = jobs.get(random.nextInt(jobs.size()));
                assertThat(ours.leave(victim, now)).isCloseTo(left.remove(victim), within(1e-6));
            }
            assertThat(ours.size()).isEqualTo(left.size());
            assertThat(ours.done(now)).isCloseTo(done, within(1e-6 * Math.max(1, done)));
        }
    }

    private static double countDown(Map<Integer, Double> left, double seconds) {
        double work = left.isEmpty() ? 0 : seconds * contended(left.size());
        int jobs = left.size();
        left.replaceAll((job, rest) -> rest - work / jobs);
        return work;
    }

    private static double contended(int n) {
        return Math.min(n, 4) / (1 + .01 * Math.max(0, n - 4));
    }
}
