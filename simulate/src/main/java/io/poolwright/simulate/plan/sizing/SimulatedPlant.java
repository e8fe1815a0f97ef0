package io.poolwright.simulate.plan.sizing;

import io.poolwright.simulate.Parameter;
import io.poolwright.simulate.Setup;
import io.poolwright.simulate.StackModel;
import io.poolwright.simulate.Window;
import io.poolwright.simulate.search.Machine;
import java.util.HashMap;
import java.util.Map;

/** A stack that is simulated at each size, once. */
final class SimulatedPlant implements Plant {
    private final Machine machine;
    private final StackModel model;
    private final Setup setup;
    private final Map<Integer, Observed> seen = new HashMap<>();

    SimulatedPlant(Machine machine, StackModel model, Setup setup) {
        this.machine = machine;
        this.model = model;
        this.setup = setup;
    }

    @Override
    public Observed at(int pool) {
        return seen.computeIfAbsent(pool, this::run);
    }

    private Observed run(int pool) {
        Window.Pool window = machine.total(model.with(Parameter.POOL_MAX, pool), setup)
                .total()
                .pool();
        double instances = model.get(Parameter.APP_INSTANCES);
        return new Observed(window.useTime().mean().orElse(0), window.used() / instances, window.timeouts() > 0);
    }
}
