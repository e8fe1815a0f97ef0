package io.poolwright.cli.report.simulate;

import io.poolwright.detect.Say;
import io.poolwright.simulate.Parameter;
import io.poolwright.simulate.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Set;

/** Values of parameters in words: for people, and as they are written on the command line. */
public final class Spoken {
    private static final Set<Parameter> WORDS = Set.of(Parameter.LB_POLICY, Parameter.APP_ORDER);

    private Spoken() {}

    /** For people: {@code 40}, {@code 500 ms}, {@code unlimited}, {@code ×3}. */
    public static String value(Parameter parameter, double value) {
        if (Double.isInfinite(value)) {
            return "unlimited";
        }
        if (WORDS.contains(parameter) || parameter.unit() == Unit.FLAG) {
            return written(parameter, value);
        }
        return switch (parameter.unit()) {
            case SECONDS -> time(value);
            case PER_SECOND -> Say.rate(value);
            case FACTOR -> "×" + number(value);
            default -> number(value);
        };
    }

    /** As it is written on the command line and in a model's file: {@code 500ms}. */
    public static String written(Parameter parameter, double value) {
        if (Double.isInfinite(value)) {
            return "unlimited";
        }
        if (parameter == Parameter.LB_POLICY) {
            return value == 0 ? "round-robin" : value == 1 ? "fewest" : "better-of-two";
        }
        if (parameter == Parameter.APP_ORDER) {
            return value == 0 ? "first-come" : "last-come";
        }
        return switch (parameter.unit()) {
            case SECONDS -> seconds(value);
            case FLAG -> value == 0 ? "off" : "on";
            default -> number(value) + parameter.unit().symbol();
        };
    }

    /** A time as it is written: {@code 30s}, {@code 500ms}, {@code 30min}. */
    public static String seconds(double value) {
        if (value >= 120 && value % 60 == 0) {
            return number(value / 60) + "min";
        }
        return value >= 1 || value == 0 ? number(value) + "s" : number(value * 1000) + "ms";
    }

    private static String time(double value) {
        return value >= 120 && value % 60 == 0 ? number(value / 60) + " min" : Say.time(value);
    }

    /** A number without needless digits, at most four that count. */
    public static String number(double value) {
        return new BigDecimal(value, new MathContext(4)).stripTrailingZeros().toPlainString();
    }
}
