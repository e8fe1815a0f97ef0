package io.poolwright.simulate.plan.sizing;

/**
 * Rules that try a size, look, and try another. Each starts as it does when nobody configures it, and ends where it stays.
 *
 * <p>They see means and not single requests, which is kind to them: nothing jitters.
 */
final class Adaptive {
    /** Looks after which none of them moves any more. */
    private static final int LOOKS = 2000;

    private static final int FLEXY_START = 10;
    private static final int FLEXY_MORE = 5;

    private Adaptive() {}

    static int flexyPool(Plant plant) {
        int size = FLEXY_START;
        while (size < FLEXY_START + FLEXY_MORE && plant.at(size).timeouts()) {
            size++;
        }
        return size;
    }

    /** Limit 20 to 200, queue 4, tolerance 1.5, smoothing 0.2, long run of 600 looks. */
    static int gradient2(Plant plant) {
        double limit = 20;
        double longRun = 0;
        double sum = 0;
        for (int look = 0; look < LOOKS; look++) {
            Observed seen = plant.at((int) limit);
            double now = seen.useTime();
            if (look < 10) {
                sum += now;
                longRun = sum / (look + 1);
            } else {
                double factor = 2.0 / (600 + 1);
                longRun = longRun * (1 - factor) + now * factor;
            }
            if (longRun / now > 2) {
                longRun *= 0.95;
            }
            if (seen.used() >= limit / 2) {
                double gradient = Math.max(0.5, Math.min(1, 1.5 * longRun / now));
                double next = limit * gradient + 4;
                limit = Math.max(20, Math.min(200, limit * 0.8 + next * 0.2));
            }
        }
        return (int) limit;
    }

    /** Limit from 20 up to 1,000; fewer than 3 to 6 queued, for each power of ten of the limit. */
    static int vegas(Plant plant) {
        double limit = 20;
        double shortest = Double.POSITIVE_INFINITY;
        for (int look = 0; look < LOOKS; look++) {
            Observed seen = plant.at((int) limit);
            double now = seen.useTime();
            shortest = Math.min(shortest, now);
            double step = Math.max(1, Math.floor(Math.log10(limit)));
            double queue = Math.ceil(limit * (1 - shortest / now));
            double next = limit;
            if (seen.timeouts()) {
                next = limit - step;
            } else if (seen.used() * 2 >= limit) {
                if (queue <= step) {
                    next = limit + 6 * step;
                } else if (queue < 3 * step) {
                    next = limit + step;
                } else if (queue > 6 * step) {
                    next = limit - step;
                }
            }
            limit = Math.max(1, Math.min(1000, next));
        }
        return (int) limit;
    }
}
