package io.poolwright.bench.simulation;

import io.poolwright.simulate.Goal;
import io.poolwright.simulate.Setup;
import io.poolwright.simulate.StackModel;
import io.poolwright.simulate.run.StackRun;
import io.poolwright.simulate.scenarios.Scenarios;
import java.lang.management.ManagementFactory;
import java.util.function.LongUnaryOperator;

/**
 * One engine in a process of its own: warms up, then prints how much it does in a second of one thread's processor time, in
 * millions. The other threads' time, such as the collector's, is not held against anybody.
 */
final class Subject {
    private static final int WARM_UPS = 4;
    private static final int CUSTOMERS = 2_000_000;

    private Subject() {}

    /** {@code engine}, {@code stack} or the name of one of SSJ's event lists. */
    public static void main(String[] args) {
        System.out.println(
                switch (args[0]) {
                    case "engine" ->
                        rate(seed -> {
                            Queue.check("the engine", EngineQueue.run(CUSTOMERS, seed));
                            return 2 * CUSTOMERS;
                        });
                    case "stack" -> rate(Subject::stack);
                    default ->
                        rate(seed -> {
                            Queue.check("SSJ", SsjQueue.run(args[0], CUSTOMERS / 2));
                            return CUSTOMERS;
                        });
                });
    }

    /** Ten minutes at 400 requests/s of the sound stack that the scenarios break; how many requests. */
    private static long stack(long seed) {
        StackModel sound = Scenarios.all().get(0).sound();
        return StackRun.total(sound, new Setup(0, 600, seed, Goal.USUAL.limit()))
                .total()
                .customers()
                .offered();
    }

    private static double rate(LongUnaryOperator done) {
        long warmed = 0;
        for (int seed = 1; seed <= WARM_UPS; seed++) {
            warmed += done.applyAsLong(seed);
        }
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        long count = warmed;
        count += done.applyAsLong(WARM_UPS + 1) + done.applyAsLong(WARM_UPS + 2);
        return (count - warmed) * 1e3 / (threads.getCurrentThreadCpuTime() - before);
    }
}
