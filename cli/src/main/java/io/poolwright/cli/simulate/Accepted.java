package io.poolwright.cli.simulate;

import io.poolwright.cli.report.simulate.Spoken;
import io.poolwright.simulate.Parameter;
import io.poolwright.simulate.Unit;
import java.util.Locale;
import java.util.Set;

/** Which ways of writing a parameter's value are accepted, and what somebody may have meant. */
final class Accepted {
    private static final Set<Parameter> WORDS = Set.of(Parameter.LB_POLICY, Parameter.APP_ORDER);
    /** Parameters without a limit of their own that may yet be told to have none. */
    private static final Set<Parameter> UNLIMITED = Set.of(
            Parameter.CLIENT_TIMEOUT,
            Parameter.POOL_ACQUIRE_TIMEOUT,
            Parameter.POOL_MAX_LIFETIME,
            Parameter.DB_CONNECTIONS,
            Parameter.APP_WORKERS,
            Parameter.POOL_MAX);

    private Accepted() {}

    static boolean mayBeUnlimited(Parameter parameter) {
        return Double.isInfinite(parameter.usual()) || UNLIMITED.contains(parameter);
    }

    /** Which ways of writing a value are accepted. */
    static String accepted(Parameter parameter) {
        String more = mayBeUnlimited(parameter) ? ", or 'unlimited'" : "";
        if (parameter == Parameter.LB_POLICY) {
            return "round-robin, fewest or better-of-two";
        }
        if (parameter == Parameter.APP_ORDER) {
            return "first-come or last-come";
        }
        return switch (parameter.unit()) {
            case COUNT -> "a whole number, a multiple of what is such as 2x" + more;
            case SECONDS -> "a time with its unit (us, ms, s, min, h), a multiple of what is such as 2x" + more;
            case PER_SECOND -> "a rate such as 400/s or 24000/min, or a multiple of what is such as 2x";
            case FACTOR -> "a factor such as 3x, or a percentage such as 300%";
            case SHARE -> "a number such as 0.1, or a percentage such as 10%" + more;
            case FLAG -> "on or off";
        };
    }

    /** What the writer may have meant: the same digits with a unit; else the usual value. */
    static String guess(Parameter parameter, String text) {
        String digits = text.strip().replaceAll("[^0-9.].*$", "");
        if (!digits.matches("\\d{1,9}(\\.\\d{1,6})?")) {
            return example(parameter);
        }
        return switch (parameter.unit()) {
            case SECONDS -> digits + (Double.parseDouble(digits) >= 50 ? "ms" : "s");
            case PER_SECOND -> digits + "/s";
            case FACTOR -> digits + "x";
            case COUNT -> digits.replaceAll("\\..*", "");
            default -> example(parameter);
        };
    }

    /** A value that can be written. */
    static String example(Parameter parameter) {
        if (Double.isFinite(parameter.usual())
                && (parameter.usual() != 0 || parameter.unit() == Unit.FLAG || WORDS.contains(parameter))) {
            return Spoken.written(parameter, parameter.usual());
        }
        return switch (parameter.unit()) {
            case COUNT -> parameter.id().startsWith("client.retries") ? "2" : "50";
            case SECONDS -> "500ms";
            case PER_SECOND -> "400/s";
            case FACTOR -> "3x";
            case SHARE -> "0.1";
            case FLAG -> "on";
        };
    }

    /** The unit's name in a table. */
    static String unit(Parameter parameter) {
        if (WORDS.contains(parameter)) {
            return "word";
        }
        return parameter.unit().name().toLowerCase(Locale.ROOT).replace("per_second", "1/s");
    }
}
