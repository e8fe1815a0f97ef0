package io.poolwright.cli.simulate;

import static io.poolwright.simulate.Parameter.APP_CORES;
import static io.poolwright.simulate.Parameter.APP_INSTANCES;
import static io.poolwright.simulate.Parameter.APP_WORKERS;
import static io.poolwright.simulate.Parameter.DB_CONNECTIONS;
import static io.poolwright.simulate.Parameter.DB_CORES;
import static io.poolwright.simulate.Parameter.LB_MAXCONN;
import static io.poolwright.simulate.Parameter.POOL_MAX;

import io.poolwright.cli.report.simulate.Layer;
import io.poolwright.simulate.Run;
import io.poolwright.simulate.StackModel;
import io.poolwright.simulate.Window;
import io.poolwright.simulate.search.Bound;
import io.poolwright.simulate.search.Bounds;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** The layers of a stack in its runs, outermost first. */
final class Layers {
    private final StackModel model;
    private final List<Window> windows;
    private final List<Bound> bounds;
    private final List<Layer> layers = new ArrayList<>();

    private Layers(StackModel model, List<Run> runs) {
        this.model = model;
        this.windows = runs.stream().map(Run::total).toList();
        this.bounds = Bounds.of(model.withoutSteps()).all();
    }

    /** Means over all runs, after their warm-up. */
    static List<Layer> of(StackModel model, List<Run> runs) {
        Layers layers = new Layers(model, runs);
        layers.all();
        return List.copyOf(layers.layers);
    }

    private void all() {
        double instances = model.get(APP_INSTANCES);
        add(
                "balancer",
                "slots",
                instances * model.get(LB_MAXCONN),
                window -> window.balancer().inService(),
                window -> window.balancer().queue(),
                "balancer-slots");
        add(
                "workers",
                "workers",
                instances * model.get(APP_WORKERS),
                window -> window.application().busy(),
                window -> window.application().queue(),
                "workers");
        if (Double.isFinite(model.get(APP_CORES))) {
            add(
                    "application cpu",
                    "cores",
                    instances * model.get(APP_CORES),
                    window -> window.application().cpu(),
                    window -> Double.NaN,
                    "application-cores");
        }
        add(
                "pool",
                "connections",
                instances * model.get(POOL_MAX),
                window -> window.pool().used(),
                window -> window.pool().pending(),
                "pool");
        add(
                "database",
                "connections",
                model.get(DB_CONNECTIONS),
                window -> window.database().backends(),
                window -> Double.NaN,
                "database-connections");
        if (Double.isFinite(model.get(DB_CORES)) || model.databaseCpu().mean() > 0) {
            add(
                    "database cpu",
                    "cores",
                    model.get(DB_CORES),
                    window -> window.database().cpu(),
                    window -> Double.NaN,
                    "database-cores");
        }
    }

    private void add(
            String name,
            String counts,
            double limit,
            ToDoubleFunction<Window> used,
            ToDoubleFunction<Window> waiting,
            String bound) {
        double queue = windows.stream().mapToDouble(waiting).average().orElse(Double.NaN);
        layers.add(new Layer(
                name,
                counts,
                Double.isFinite(limit) ? OptionalDouble.of(limit) : OptionalDouble.empty(),
                windows.stream().mapToDouble(used).average().orElse(0),
                Double.isNaN(queue) ? OptionalDouble.empty() : OptionalDouble.of(queue),
                bounds.stream()
                        .filter(one -> one.id().equals(bound))
                        .mapToDouble(Bound::rate)
                        .filter(Double::isFinite)
                        .findFirst()));
    }
}
