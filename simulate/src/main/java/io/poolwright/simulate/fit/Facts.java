package io.poolwright.simulate.fit;

import io.poolwright.model.stack.Bound;
import io.poolwright.model.stack.Setting;
import io.poolwright.queueing.law.Constant;
import io.poolwright.queueing.law.Law;
import io.poolwright.simulate.Parameter;
import io.poolwright.simulate.StackModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is known of a stack so far, each number with its origin; not for several threads. */
final class Facts {
    private final EnumMap<Parameter, Double> values = new EnumMap<>(Parameter.class);
    private final EnumMap<Parameter, Known> known = new EnumMap<>(Parameter.class);
    private final Map<String, Unidentified> unidentified = new LinkedHashMap<>();
    private Law cpu = Constant.ZERO;
    private Law wait = Constant.ZERO;
    private Known hold = new Known.Assumed("nothing tells how long a request holds a connection");
    private Optional<Load> load = Optional.empty();

    /** What is known takes the place of what was known before, and answers what was open about it. */
    void set(Parameter parameter, double value, Known how) {
        values.put(parameter, value);
        known.put(parameter, how);
        unidentified.remove(parameter.id());
    }

    /** A number of things by configuration; {@link Bound#UNLIMITED} is no limit. Unknown stays unknown. */
    void count(Parameter parameter, Setting<Long> setting) {
        if (setting.isKnown()) {
            set(parameter, amount(setting.get()), Known.of(setting));
        } else {
            open(parameter, setting);
        }
    }

    /** A time by configuration; {@link Bound#FOREVER} is no limit. Unknown stays unknown. */
    void time(Parameter parameter, Setting<Duration> setting) {
        if (setting.isKnown()) {
            set(parameter, seconds(setting.get()), Known.of(setting));
        } else {
            open(parameter, setting);
        }
    }

    private void open(Parameter parameter, Setting<?> setting) {
        if (!values.containsKey(parameter)) {
            open(parameter.id(), "no file says it", setting.source().replaceFirst("^unknown: ", ""), false);
            known.put(parameter, new Known.Assumed("no file says it"));
        }
    }

    static double amount(long count) {
        return count == Bound.UNLIMITED ? Double.POSITIVE_INFINITY : count;
    }

    static double seconds(Duration time) {
        return Bound.isForever(time) ? Double.POSITIVE_INFINITY : time.toNanos() / 1e9;
    }

    /** Taken to be so; a later {@link #set} takes its place. */
    void assume(Parameter parameter, double value, String because) {
        values.put(parameter, value);
        known.put(parameter, new Known.Assumed(because));
    }

    void open(String what, String because, String measure, boolean essential) {
        unidentified.put(what, new Unidentified(what, because, measure, essential));
    }

    void open(Unidentified one) {
        unidentified.put(one.what(), one);
    }

    void answered(String what) {
        unidentified.remove(what);
    }

    /** How long a request holds its connection: on a processor of the database, and not. */
    void hold(Law onCpu, Law waiting, Known how) {
        cpu = onCpu;
        wait = waiting;
        hold = how;
    }

    void load(Load seen) {
        load = Optional.of(seen);
    }

    Optional<Double> value(Parameter parameter) {
        return Optional.ofNullable(values.get(parameter));
    }

    Optional<Known> how(Parameter parameter) {
        return Optional.ofNullable(known.get(parameter));
    }

    /** The model of what is known; everything else is as usual. */
    StackModel model() {
        StackModel model = StackModel.empty().withDatabase(cpu, wait);
        for (Map.Entry<Parameter, Double> value : values.entrySet()) {
            model = model.with(value.getKey(), value.getValue());
        }
        return model;
    }

    FittedModel fitted(String service, List<StackModel> cloud, DataQuality quality) {
        return new FittedModel(
                service, model(), cloud, known, hold, load, new ArrayList<>(unidentified.values()), quality);
    }
}
