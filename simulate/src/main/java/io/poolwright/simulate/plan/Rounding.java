package io.poolwright.simulate.plan;

import java.math.BigDecimal;
import java.math.MathContext;

/** Values that a person would write. */
final class Rounding {
    private static final double[] STEPS = {1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10};

    private Rounding() {}

    /** The next one that is no smaller; infinite stays so. */
    static double up(double value) {
        double unit = unit(value);
        for (double step : STEPS) {
            if (step * unit >= value * (1 - 1e-9)) {
                return tidy(step * unit);
            }
        }
        return value;
    }

    /** The next one that is no larger. */
    static double down(double value) {
        double unit = unit(value);
        for (int i = STEPS.length - 1; i >= 0; i--) {
            if (STEPS[i] * unit <= value * (1 + 1e-9)) {
                return tidy(STEPS[i] * unit);
            }
        }
        return value;
    }

    private static double unit(double value) {
        return Math.pow(10, Math.floor(Math.log10(value) + 1e-12));
    }

    /** Without the last digits that binary fractions leave. */
    private static double tidy(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(value).round(new MathContext(3)).doubleValue()
                : value;
    }
}
