package io.poolwright.bench.grid;

import java.util.Locale;

/**
 * One run of the stack at one setting.
 *
 * @param region where it was expected to lie
 * @param warmUp seconds of load before it counts
 * @param seconds of load that count
 * @param repetition 1 for the first run of this setting
 */
record Point(Workload workload, Settings settings, Region region, int warmUp, int seconds, int repetition) {

    /** Says all that is set; also the name of its result file. */
    String name() {
        return "%s-pool%d-ta%d-rate%d-st%d-maxconn%d-x%d-tries%d-%d"
                .formatted(
                        workload.id(),
                        settings.pool(),
                        settings.acquireTimeout(),
                        settings.rate(),
                        settings.socketTimeout(),
                        settings.maxconn(),
                        settings.instances(),
                        settings.tries(),
                        repetition);
    }

    /** Of the arrivals: each repetition has other ones. */
    long seed() {
        return workload.seed() + repetition;
    }

    Point seconds(int value) {
        return new Point(workload, settings, region, warmUp, value, repetition);
    }

    Point again(int newRepetition) {
        return new Point(workload, settings, region, warmUp, seconds, newRepetition);
    }

    String regionName() {
        return region.name().toLowerCase(Locale.ROOT);
    }
}
