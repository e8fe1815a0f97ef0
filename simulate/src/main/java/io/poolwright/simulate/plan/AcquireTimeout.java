package io.poolwright.simulate.plan;

import static io.poolwright.simulate.Parameter.POOL_ACQUIRE_TIMEOUT;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Whether another longest wait for a connection, within what the ladder allows, would do better.
 *
 * <p>It is changed only for something: within 5 % and a few requests in a thousand all are alike, and then the ladder's stays.
 */
final class AcquireTimeout {
    private static final double[] TRIED = {0.25, 0.5, 1, 2, 3, 5};
    /** Within this factor of the best 99th percentile a wait is as good. */
    private static final double ALIKE = 1.05;

    private AcquireTimeout() {}

    static Recommendation refined(Recommendation rung, Proving proving, Settings others) {
        List<Double> waits = new ArrayList<>();
        waits.add(rung.value());
        for (double wait : TRIED) {
            if (wait >= rung.low() && wait <= rung.high() && wait != rung.value()) {
                waits.add(wait);
            }
        }
        List<Optional<Score>> scores = proving.scores(waits.stream()
                .map(wait -> others.with(POOL_ACQUIRE_TIMEOUT, wait))
                .toList());
        if (scores.stream().anyMatch(Optional::isEmpty)) {
            return rung;
        }
        double calmest = scores.stream()
                .map(Optional::orElseThrow)
                .mapToDouble(Score::violation)
                .min()
                .orElseThrow();
        double fastest = scores.stream()
                .map(Optional::orElseThrow)
                .filter(score -> score.violation() <= calmest + Score.SAME)
                .mapToDouble(Score::tail)
                .min()
                .orElseThrow();
        List<Double> alike = new ArrayList<>();
        for (int i = 0; i < waits.size(); i++) {
            Score score = scores.get(i).orElseThrow();
            if (score.violation() <= calmest + Score.SAME && score.tail() <= ALIKE * fastest) {
                alike.add(waits.get(i));
            }
        }
        double low = alike.stream().min(Comparator.naturalOrder()).orElseThrow();
        double high = alike.stream().max(Comparator.naturalOrder()).orElseThrow();
        double value = alike.contains(rung.value()) ? rung.value() : high;
        return new Recommendation(
                POOL_ACQUIRE_TIMEOUT,
                rung.present(),
                value,
                Math.min(low, value),
                Math.max(high, value),
                value == rung.value()
                        ? rung.why()
                        : rung.why() + "; within that, this wait answers most requests in the simulation");
    }
}
