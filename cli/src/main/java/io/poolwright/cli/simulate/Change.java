package io.poolwright.cli.simulate;

import io.poolwright.cli.UnmetNeedException;
import io.poolwright.cli.report.simulate.Spoken;
import io.poolwright.queueing.law.Law;
import io.poolwright.simulate.ImpossibleParameterException;
import io.poolwright.simulate.Parameter;
import io.poolwright.simulate.StackModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One {@code --set NAME=VALUE}, or one line of a model's file: a parameter, or what a request needs of the database.
 *
 * @param place where it was written: {@code --set}, or {@code stack.model:12}
 * @param name of the parameter
 * @param text the value as written
 */
public record Change(String place, String name, String text) {

    /** Splits {@code NAME=VALUE}. */
    public static Change of(String place, String written) {
        int equals = written.indexOf('=');
        if (equals < 1 || equals == written.length() - 1) {
            throw new UnmetNeedException(
                    "%s: found '%s'; accepted: NAME=VALUE; write: %s pool.max=40".formatted(place, written, place));
        }
        return new Change(
                place,
                written.substring(0, equals).strip(),
                written.substring(equals + 1).strip());
    }

    /** The parameter that it sets; empty when it sets what a request needs of the database. */
    public Optional<Parameter> parameter() {
        return Needs.isNamed(name) ? Optional.empty() : Optional.of(found());
    }

    private Parameter found() {
        List<String> names = new ArrayList<>(Parameter.names());
        names.addAll(Needs.NAMES);
        return Parameter.named(name).orElseThrow(() -> Names.unknown(place, name, names));
    }

    /** The model with it. */
    public StackModel in(StackModel model) {
        String at = place.startsWith("--") ? place + " " + name : place + ": " + name;
        if (Needs.isNamed(name)) {
            boolean cpu = name.equals(Needs.CPU);
            Law law = Needs.read(at, text, cpu ? model.databaseCpu() : model.databaseWait());
            return cpu ? model.withDatabase(law, model.databaseWait()) : model.withDatabase(model.databaseCpu(), law);
        }
        Parameter parameter = found();
        double value = Quantity.read(at, parameter, text).in(at, parameter, model);
        try {
            return model.with(parameter, value);
        } catch (ImpossibleParameterException e) {
            throw new UnmetNeedException("%s %s".formatted(place, e.getMessage()));
        }
    }

    /** For people: {@code pool.max 20 → 40}. */
    public String told(StackModel before) {
        StackModel after = in(before);
        if (Needs.isNamed(name)) {
            boolean cpu = name.equals(Needs.CPU);
            return "%s %s → %s"
                    .formatted(
                            name,
                            Needs.told(cpu ? before.databaseCpu() : before.databaseWait()),
                            Needs.told(cpu ? after.databaseCpu() : after.databaseWait()));
        }
        Parameter parameter = found();
        return "%s %s → %s"
                .formatted(
                        name,
                        Spoken.value(parameter, before.get(parameter)),
                        Spoken.value(parameter, after.get(parameter)));
    }
}
