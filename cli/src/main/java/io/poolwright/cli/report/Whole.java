package io.poolwright.cli.report;

import io.poolwright.detect.Figure;
import io.poolwright.detect.Figures;
import io.poolwright.detect.Frame;
import io.poolwright.model.Answer;
import java.util.OptionalDouble;

/**
 * Sums over all pools, known only while every instance answers: the sum over those that do would draw a dip where there
 * is a silence.
 */
final class Whole {
    static final Figure USED = whole(Figures.USED);
    static final Figure TOTAL = whole(Figures.TOTAL);
    static final Figure MAX = whole(Figures.MAX);
    static final Figure PENDING = whole(Figures.PENDING);

    private Whole() {}

    private static Figure whole(Figure sum) {
        return frame -> frame.services().stream().allMatch(Whole::answers) ? sum.of(frame) : OptionalDouble.empty();
    }

    private static boolean answers(Frame.Service service) {
        return service.now()
                .value()
                .map(sample -> sample.pool())
                .flatMap(Answer::value)
                .isPresent();
    }
}
