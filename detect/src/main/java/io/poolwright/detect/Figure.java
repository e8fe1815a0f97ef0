package io.poolwright.detect;

import java.util.OptionalDouble;

/** One number about one frame, or that it is not known. */
@FunctionalInterface
public interface Figure {

    /** The number, or empty when a measurement that it needs is missing. */
    OptionalDouble of(Frame frame);

    /** The difference of two figures, where both are known. */
    default Figure minus(Figure other) {
        return frame -> {
            OptionalDouble a = of(frame);
            OptionalDouble b = other.of(frame);
            return a.isPresent() && b.isPresent()
                    ? OptionalDouble.of(a.getAsDouble() - b.getAsDouble())
                    : OptionalDouble.empty();
        };
    }
}
