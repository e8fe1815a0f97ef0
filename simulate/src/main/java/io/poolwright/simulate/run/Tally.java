package io.poolwright.simulate.run;

import io.poolwright.queueing.engine.LogHistogram;

/** Everything that is counted, since the run began. A window is the difference of two readings. */
final class Tally {
    long offered;
    long attempts;
    long good;
    long late;
    final Reasons failed = new Reasons();
    final Reasons attemptsFailed = new Reasons();

    final Level lbQueue = new Level();
    final Level inService = new Level();
    double lbQueueSeconds;
    long admitted;

    final Level appQueue = new Level();
    final Level busy = new Level();

    final Level used = new Level();
    final Level total = new Level();
    final Level pending = new Level();
    long borrowed;
    double poolWait;
    long waited;
    long acquireTimeouts;
    long created;
    long refused;

    final Level backends = new Level();
    final Level active = new Level();
    final Level zombies = new Level();
    final Level onLock = new Level();
    double wastedCpu;
    long completed;

    final LogHistogram latency = new LogHistogram();
    final LogHistogram useTime = new LogHistogram();
    final LogHistogram secondLatency = new LogHistogram();
    final LogHistogram secondUseTime = new LogHistogram();
    final boolean bySecond;

    Tally(boolean bySecond) {
        this.bySecond = bySecond;
    }

    void answered(double seconds, boolean inTime) {
        if (inTime) {
            good++;
        } else {
            late++;
        }
        latency.record(seconds);
        if (bySecond) {
            secondLatency.record(seconds);
        }
    }

    void usedFor(double seconds) {
        useTime.record(seconds);
        if (bySecond) {
            secondUseTime.record(seconds);
        }
    }

    long finished() {
        return good + late + failed.sum();
    }
}
