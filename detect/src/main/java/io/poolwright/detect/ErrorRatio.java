package io.poolwright.detect;

import java.util.Optional;
import java.util.OptionalDouble;

/** More than one response in a hundred is a 5xx, over three looks of which at least two had some. */
public final class ErrorRatio implements Detector {
    static final double LINE = 0.01;
    static final int SPAN = 3;

    @Override
    public String id() {
        return "error-ratio";
    }

    @Override
    public String title() {
        return "Requests fail";
    }

    @Override
    public Optional<String> look(Window seen, Window reference) {
        Window span = seen.last(SPAN);
        OptionalDouble share = span.ratio(Figures.ERRORS, Figures.ARRIVALS);
        OptionalDouble errors = span.mean(Figures.ERRORS);
        if (share.isEmpty()
                || errors.isEmpty()
                || share.getAsDouble() <= LINE
                || errors.getAsDouble() < 1
                || span.count(Figures.ERRORS, value -> value > 0) < 2) {
            return Optional.empty();
        }
        return Optional.of("%s of requests fail with 5xx (%s): the line is %s"
                .formatted(
                        Say.percent(Math.min(1, share.getAsDouble())),
                        Say.rate(errors.getAsDouble()),
                        Say.percent(LINE)));
    }
}
