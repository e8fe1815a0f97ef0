package io.poolwright.simulate.fit;

import java.util.List;
import java.util.Optional;

/** Whether a recording shows one and the same stack throughout: its quarters beside each other. */
final class Steadiness {
    private static final int QUARTERS = 4;
    /** The longest mean over the shortest; a starting value. */
    private static final double TIMES = 1.5;
    /** Standard errors apart. */
    private static final double ERRORS = 3;

    private Steadiness() {}

    /** A sentence when the time in use was not the same throughout. */
    static Optional<String> of(List<Look> looks) {
        if (looks.size() < 10 * QUARTERS) {
            return Optional.empty();
        }
        double[] means = new double[QUARTERS];
        double[] errors = new double[QUARTERS];
        for (int i = 0; i < QUARTERS; i++) {
            List<Look> quarter = looks.subList(i * looks.size() / QUARTERS, (i + 1) * looks.size() / QUARTERS);
            means[i] = mean(quarter);
            errors[i] = error(quarter, means[i]);
        }
        int least = 0;
        int most = 0;
        for (int i = 1; i < QUARTERS; i++) {
            least = means[i] < means[least] ? i : least;
            most = means[i] > means[most] ? i : most;
        }
        double apart = means[most] - means[least];
        return means[most] > TIMES * means[least] && apart > ERRORS * Math.hypot(errors[most], errors[least])
                ? Optional.of(
                        "the mean time in use was %.0f ms in one quarter of the recording and %.0f ms in another: record again while nothing else disturbs the stack"
                                .formatted(1000 * means[least], 1000 * means[most]))
                : Optional.empty();
    }

    private static double mean(List<Look> looks) {
        return new Sums(looks)
                .ratio(look -> look.pool().useSeconds(), look -> look.pool().returns());
    }

    /** Of the mean, from the differences between looks. */
    private static double error(List<Look> looks, double mean) {
        double squares = 0;
        int count = 0;
        for (Look look : looks) {
            if (look.pool().returns() > 0) {
                double off = look.pool().useSeconds() / look.pool().returns() - mean;
                squares += off * off;
                count++;
            }
        }
        return count > 1 ? Math.sqrt(squares / (count - 1) / count) : Double.POSITIVE_INFINITY;
    }
}
