package io.poolwright.bench.grid;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Every pool size for every workload: what a recommended size is judged against. */
final class SizingGrid {
    private static final int[] POOLS = {1, 2, 3, 4, 6, 8, 12, 16, 24, 32};
    /** HikariCP takes no acquire timeout below 250 ms. */
    private static final int[] ACQUIRE_TIMEOUTS = {250, 1000};

    private static final int WARM_UP = 3;
    private static final int SECONDS = 12;
    private static final long ORDER = 20_261_121;

    private SizingGrid() {}

    /** In random order, always the same one, so that a machine that gets slower does not look like a larger pool. */
    static List<Point> points(int repetitions) {
        List<Point> points = new ArrayList<>();
        for (int repetition = 1; repetition <= repetitions; repetition++) {
            int number = repetition;
            once().forEach(point -> points.add(point.again(number)));
        }
        return points;
    }

    private static List<Point> once() {
        List<Point> points = new ArrayList<>();
        for (Workload workload : Workload.SIZED) {
            for (int pool : POOLS) {
                for (int acquireTimeout : ACQUIRE_TIMEOUTS) {
                    Settings settings = Settings.of(workload).pool(pool).acquireTimeout(acquireTimeout);
                    points.add(new Point(workload, settings, Region.OPEN, WARM_UP, SECONDS, 1));
                }
            }
        }
        Collections.shuffle(points, new Random(ORDER));
        return points;
    }
}
