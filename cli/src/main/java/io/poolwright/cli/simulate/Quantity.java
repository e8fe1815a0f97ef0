package io.poolwright.cli.simulate;

import io.poolwright.cli.UnmetNeedException;
import io.poolwright.cli.report.simulate.Spoken;
import io.poolwright.simulate.Parameter;
import io.poolwright.simulate.StackModel;
import io.poolwright.simulate.Unit;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value of a parameter as somebody wrote it.
 *
 * @param number in the parameter's unit, or a multiple
 * @param multiple whether it is how many times the value that the model has
 */
record Quantity(double number, boolean multiple) {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,15}(?:\\.\\d{1,9})?|\\.\\d{1,9})\\s*(\\S*)");

    /**
     * Reads a value.
     *
     * @param place what it stands behind, for the message: {@code --set pool.max}
     */
    static Quantity read(String place, Parameter parameter, String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        OptionalDouble named = named(parameter, word);
        if (named.isPresent()) {
            return new Quantity(named.getAsDouble(), false);
        }
        Matcher written = WRITTEN.matcher(word);
        if (!written.matches()) {
            throw refused(place, parameter, text);
        }
        double number = Double.parseDouble(written.group(1));
        String unit = written.group(2);
        if (unit.equals("x") && parameter.unit() != Unit.FACTOR && parameter.unit() != Unit.FLAG) {
            return new Quantity(number, true);
        }
        OptionalDouble factor = factor(parameter.unit(), unit, number);
        if (factor.isEmpty()) {
            throw refused(place, parameter, text);
        }
        return new Quantity(number * factor.getAsDouble(), false);
    }

    /** The number that it comes to in this model. */
    double in(String place, Parameter parameter, StackModel model) {
        if (!multiple) {
            return number;
        }
        double now = model.get(parameter);
        if (Double.isInfinite(now)) {
            throw new UnmetNeedException("%s: found %s times a value that is unlimited; write: %s=%s"
                    .formatted(place, Spoken.number(number), place, Accepted.example(parameter)));
        }
        return whole(parameter) ? Math.max(1, Math.rint(now * number)) : now * number;
    }

    private static boolean whole(Parameter parameter) {
        return parameter.unit() == Unit.COUNT && parameter != Parameter.APP_CORES && parameter != Parameter.DB_CORES;
    }

    private static OptionalDouble named(Parameter parameter, String word) {
        return switch (word) {
            case "unlimited", "none", "infinite" ->
                Accepted.mayBeUnlimited(parameter)
                        ? OptionalDouble.of(Double.POSITIVE_INFINITY)
                        : OptionalDouble.empty();
            case "on", "yes", "true" -> flag(parameter, 1);
            case "off", "no", "false" -> flag(parameter, 0);
            case "round-robin" -> only(parameter == Parameter.LB_POLICY, 0);
            case "fewest" -> only(parameter == Parameter.LB_POLICY, 1);
            case "better-of-two" -> only(parameter == Parameter.LB_POLICY, 2);
            case "first-come" -> only(parameter == Parameter.APP_ORDER, 0);
            case "last-come" -> only(parameter == Parameter.APP_ORDER, 1);
            default -> OptionalDouble.empty();
        };
    }

    private static OptionalDouble flag(Parameter parameter, double value) {
        return only(parameter.unit() == Unit.FLAG, value);
    }

    private static OptionalDouble only(boolean so, double value) {
        return so ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /** What the number is multiplied with to come to the parameter's own unit; empty when the unit is not one of its own. */
    private static OptionalDouble factor(Unit kind, String unit, double number) {
        return switch (kind) {
            case SECONDS -> number == 0 && unit.isEmpty() ? OptionalDouble.of(1) : seconds(unit);
            case PER_SECOND ->
                switch (unit) {
                    case "/s" -> OptionalDouble.of(1);
                    case "/m", "/min" -> OptionalDouble.of(1 / 60.0);
                    default -> OptionalDouble.empty();
                };
            case FACTOR -> unit.equals("x") ? OptionalDouble.of(1) : percent(unit);
            case SHARE -> unit.isEmpty() ? OptionalDouble.of(1) : percent(unit);
            case COUNT, FLAG -> only(unit.isEmpty(), 1);
        };
    }

    private static OptionalDouble percent(String unit) {
        return only(unit.equals("%"), 0.01);
    }

    /** How many seconds one of this unit is. */
    static OptionalDouble seconds(String unit) {
        return switch (unit) {
            case "us", "µs" -> OptionalDouble.of(1e-6);
            case "ms" -> OptionalDouble.of(1e-3);
            case "s" -> OptionalDouble.of(1);
            case "m", "min" -> OptionalDouble.of(60);
            case "h" -> OptionalDouble.of(3600);
            default -> OptionalDouble.empty();
        };
    }

    private static UnmetNeedException refused(String place, Parameter parameter, String text) {
        return new UnmetNeedException("%s: found '%s'; accepted: %s; write: %s=%s"
                .formatted(place, text.strip(), Accepted.accepted(parameter), place, Accepted.guess(parameter, text)));
    }
}
