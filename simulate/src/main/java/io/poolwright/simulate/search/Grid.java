package io.poolwright.simulate.search;

import static io.poolwright.simulate.Parameter.APP_INSTANCES;
import static io.poolwright.simulate.Parameter.APP_WORKERS;
import static io.poolwright.simulate.Parameter.CLIENT_BACKOFF;
import static io.poolwright.simulate.Parameter.CLIENT_BUDGET;
import static io.poolwright.simulate.Parameter.CLIENT_RETRIES;
import static io.poolwright.simulate.Parameter.CLIENT_TIMEOUT;
import static io.poolwright.simulate.Parameter.DB_CONNECTIONS;
import static io.poolwright.simulate.Parameter.DB_CORES;
import static io.poolwright.simulate.Parameter.LB_MAXCONN;
import static io.poolwright.simulate.Parameter.LB_QUEUE;
import static io.poolwright.simulate.Parameter.LB_QUEUE_TIMEOUT;
import static io.poolwright.simulate.Parameter.POOL_ACQUIRE_TIMEOUT;
import static io.poolwright.simulate.Parameter.POOL_MAX;
import static io.poolwright.simulate.Parameter.POOL_SOCKET_TIMEOUT;

import io.poolwright.simulate.Parameter;
import io.poolwright.simulate.StackModel;
import io.poolwright.simulate.Unit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Which values of which parameters a search tries. Immutable. */
public final class Grid {
    /** The values around one that is set: as far as a factor of four either way. */
    private static final double[] RATIOS = {0.25, 0.5, 0.75, 1.5, 2, 4};

    private static final double[] BUDGETS = {0.02, 0.05, 0.1, 0.2, 0.5};

    private static final List<Parameter> AROUND = List.of(
            CLIENT_TIMEOUT,
            CLIENT_BACKOFF,
            LB_MAXCONN,
            LB_QUEUE,
            LB_QUEUE_TIMEOUT,
            APP_WORKERS,
            POOL_MAX,
            POOL_ACQUIRE_TIMEOUT,
            POOL_SOCKET_TIMEOUT,
            DB_CONNECTIONS,
            DB_CORES);

    private final Map<Parameter, List<Double>> values;

    private Grid(Map<Parameter, List<Double>> values) {
        this.values = values;
    }

    /** No values yet. */
    public static Grid empty() {
        return new Grid(Map.of());
    }

    /** The same with these values of one parameter, instead of those it had. */
    public Grid with(Parameter parameter, double... tried) {
        Map<Parameter, List<Double>> other = new EnumMap<>(Parameter.class);
        other.putAll(values);
        List<Double> list = new ArrayList<>();
        for (double value : tried) {
            list.add(value);
        }
        other.put(parameter, List.copyOf(list));
        return new Grid(other);
    }

    /**
     * Values around those that a stack has, by ratio. Where it has no limit, the values come from what the limit would have to
     * hold: a queue from what can be served in time, a time limit from the client's.
     */
    public static Grid around(StackModel model) {
        Grid grid = empty();
        for (Parameter parameter : AROUND) {
            double present = Edit.of(parameter, model.get(parameter)).present(model);
            if (Double.isFinite(present) && present > 0) {
                grid = grid.with(parameter, scaled(parameter, present, RATIOS));
            }
        }
        double retries = model.get(CLIENT_RETRIES);
        if (retries > 0) {
            grid = grid.with(CLIENT_RETRIES, retries > 1 ? new double[] {0, 1} : new double[] {0});
            grid = grid.with(CLIENT_BUDGET, BUDGETS);
        }
        double capacity = Bounds.of(model).capacity();
        double patience = model.get(CLIENT_TIMEOUT);
        if (Double.isInfinite(model.get(LB_QUEUE)) && Double.isFinite(capacity) && Double.isFinite(patience)) {
            grid = grid.with(LB_QUEUE, scaled(LB_QUEUE, capacity * patience, 0.1, 0.25, 0.5));
        }
        if (Double.isInfinite(model.get(LB_QUEUE_TIMEOUT)) && Double.isFinite(patience)) {
            grid = grid.with(LB_QUEUE_TIMEOUT, scaled(LB_QUEUE_TIMEOUT, patience, 0.1, 0.25, 0.5));
        }
        double instances = model.get(APP_INSTANCES);
        return grid.with(
                APP_INSTANCES,
                instances > 1 ? new double[] {instances - 1, instances + 1, 2 * instances} : new double[] {2, 3});
    }

    private static double[] scaled(Parameter parameter, double present, double... ratios) {
        List<Double> tried = new ArrayList<>();
        for (double ratio : ratios) {
            double value = present * ratio;
            boolean cores = parameter == DB_CORES;
            double whole = parameter.unit() == Unit.COUNT && !cores ? Math.max(1, Math.rint(value)) : value;
            if (whole != present && !tried.contains(whole)) {
                tried.add(whole);
            }
        }
        return tried.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Every single change that it holds, apart from those that change nothing. */
    public List<Change> changes(StackModel model) {
        List<Change> changes = new ArrayList<>();
        values.forEach((parameter, tried) -> tried.stream()
                .map(value -> Edit.of(parameter, value))
                .filter(edit -> edit.present(model) != edit.value())
                .forEach(edit -> changes.add(new Change(List.of(edit)))));
        return changes;
    }
}
