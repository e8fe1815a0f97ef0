package io.poolwright.cli.simulate;

import io.poolwright.cli.UnmetNeedException;
import io.poolwright.cli.report.simulate.Spoken;
import io.poolwright.detect.Say;
import io.poolwright.simulate.ImpossibleParameterException;
import io.poolwright.simulate.Parameter;
import io.poolwright.simulate.StackModel;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One {@code --fault NAME=VALUE@START+LENGTH}: a parameter that is another for a while.
 *
 * @param parameter which
 * @param quantity what it is then
 * @param at when it begins, in seconds of the run
 * @param seconds how long; empty to the end
 */
public record Trouble(Parameter parameter, Quantity quantity, double at, OptionalDouble seconds) {
    private static final String OPTION = "--fault";
    private static final Pattern WRITTEN =
            Pattern.compile("([^=\\s]+)\\s*=\\s*([^@\\s]+)\\s*@\\s*([^+\\s]+)(?:\\s*\\+\\s*(\\S+))?");
    private static final Pattern TIME = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?)(us|ms|s|min|m|h)");

    /** Reads one. */
    public static Trouble read(String written) {
        Matcher matcher = WRITTEN.matcher(written.strip());
        if (!matcher.matches()) {
            throw new UnmetNeedException(
                    "--fault: found '%s'; accepted: NAME=VALUE@START+LENGTH, or NAME=VALUE@START to the end; write: --fault db.slow=3x@30s+10s"
                            .formatted(written));
        }
        String name = matcher.group(1);
        if (Needs.isNamed(name)) {
            throw new UnmetNeedException(
                    "--fault %s: what a request needs is drawn when it begins and does not change; write: --fault db.slow=3x@30s+10s"
                            .formatted(name));
        }
        Parameter parameter = Names.parameter(OPTION, name);
        Quantity quantity = Quantity.read(OPTION + " " + name, parameter, matcher.group(2));
        return new Trouble(
                parameter,
                quantity,
                time(written, matcher.group(3)),
                matcher.group(4) == null ? OptionalDouble.empty() : OptionalDouble.of(time(written, matcher.group(4))));
    }

    private static double time(String written, String text) {
        Matcher matcher = TIME.matcher(text);
        if (!matcher.matches()) {
            throw new UnmetNeedException(
                    "--fault %s: found the time '%s'; accepted: a number with its unit (ms, s, min, h); write: %s"
                            .formatted(written, text, text.matches("\\d{1,9}") ? text + "s" : "30s"));
        }
        return Double.parseDouble(matcher.group(1))
                * Quantity.seconds(matcher.group(2)).orElseThrow();
    }

    /** When it is over; infinite when it stays. */
    public double end() {
        return seconds.isPresent() ? at + seconds.getAsDouble() : Double.POSITIVE_INFINITY;
    }

    /**
     * The model with it.
     *
     * @param warmUp seconds before the run's own time begins
     */
    public StackModel in(StackModel model, double warmUp) {
        String place = OPTION + " " + parameter.id();
        double value = quantity.in(place, parameter, model);
        try {
            return seconds.isPresent()
                    ? model.during(parameter, value, warmUp + at, seconds.getAsDouble())
                    : model.step(parameter, warmUp + at, value);
        } catch (ImpossibleParameterException e) {
            throw new UnmetNeedException("%s: %s".formatted(OPTION, e.getMessage()));
        }
    }

    /** For people: {@code db.slow ×3 from 30 s for 10 s}. */
    public String told(StackModel model) {
        return "%s %s from %s%s"
                .formatted(
                        parameter.id(),
                        Spoken.value(parameter, quantity.in(OPTION, parameter, model)),
                        at == 0 ? "the start" : Say.time(at),
                        seconds.isPresent() ? " for " + Say.time(seconds.getAsDouble()) : " to the end");
    }
}
