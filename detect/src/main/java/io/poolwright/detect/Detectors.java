package io.poolwright.detect;

import java.util.List;

/** Every detector, in id order. */
public final class Detectors {
    private static final List<Detector> ALL = List.of(
            new BalancerQueue(),
            new BlindSpot(),
            new ConnectionChurn(),
            new ConservationResidual(),
            new DatabaseSlots(),
            new ErrorRatio(),
            new LeakSuspected(),
            new LockPileUp(),
            new PoolSaturation(),
            new PoolTimeouts(),
            new ProcessorTimeShift(),
            new ResponseTimeShift(),
            new RetryAmplification());

    private Detectors() {}

    /** All of them. */
    public static List<Detector> all() {
        return ALL;
    }
}
