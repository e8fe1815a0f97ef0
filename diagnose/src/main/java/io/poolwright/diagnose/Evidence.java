package io.poolwright.diagnose;

import java.util.Objects;

/**
 * One measurement held against one condition.
 *
 * @param side which way it points
 * @param text the measurement, the line it is held against, both with units
 * @param decibans weight of evidence, additive: 10 is odds of ten to one, 20 a hundred to one; negative against; zero when
 *     the measurement is missing
 */
public record Evidence(Side side, String text, double decibans) {
    public Evidence {
        Objects.requireNonNull(side, "side");
        Objects.requireNonNull(text, "text");
    }

    /** Which way a measurement points. */
    public enum Side {
        /** It speaks for the hypothesis. */
        FOR,
        /** It speaks against it. */
        AGAINST,
        /** A necessary condition that is measured and false: it refutes the hypothesis. */
        REFUTES,
        /** It could not be measured. */
        MISSING
    }
}
