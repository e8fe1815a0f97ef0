package io.poolwright.simulate.search;

import static io.poolwright.simulate.Parameter.APP_CORES;
import static io.poolwright.simulate.Parameter.APP_DOWN;
import static io.poolwright.simulate.Parameter.APP_INSTANCES;
import static io.poolwright.simulate.Parameter.APP_NESTED;
import static io.poolwright.simulate.Parameter.APP_WORKERS;
import static io.poolwright.simulate.Parameter.CLIENT_BUDGET;
import static io.poolwright.simulate.Parameter.CLIENT_RETRIES;
import static io.poolwright.simulate.Parameter.DB_CONNECTIONS;
import static io.poolwright.simulate.Parameter.DB_CORES;
import static io.poolwright.simulate.Parameter.DB_OTHERS;
import static io.poolwright.simulate.Parameter.LB_MAXCONN;
import static io.poolwright.simulate.Parameter.POOL_MAX;

import io.poolwright.queueing.LittlesLaw;
import io.poolwright.simulate.StackModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What closed forms say a stack can carry, layer by layer. The smallest is the binding constraint.
 *
 * <p>Each is Little's law at one station (places over time in a place) or its capacity (servers over demand); they are
 * necessary, not sufficient: queues make a stack miss its goal below them.
 */
public final class Bounds {
    private final List<Bound> all;

    private Bounds(List<Bound> all) {
        this.all = all;
    }

    /** Of a model as it is when a run begins. */
    public static Bounds of(StackModel model) {
        Demand demand = Demand.of(model);
        double instances = Math.max(0, model.get(APP_INSTANCES) - model.get(APP_DOWN));
        List<Bound> bounds = new ArrayList<>();
        places(
                bounds,
                "balancer-slots",
                "places of the balancer (lb.maxconn)",
                instances,
                model.get(LB_MAXCONN),
                demand.slot());
        places(bounds, "workers", "workers", instances, model.get(APP_WORKERS), demand.slot());
        places(bounds, "pool", "pooled connections", instances, model.get(POOL_MAX), demand.hold());
        places(
                bounds,
                "database-connections",
                "connections that the database has left",
                1,
                Math.max(0, model.get(DB_CONNECTIONS) - model.get(DB_OTHERS)),
                demand.backend());
        databaseCores(bounds, model, demand, instances);
        places(
                bounds,
                "application-cores",
                "processors of the application",
                instances,
                model.get(APP_CORES),
                demand.applicationCpu());
        places(bounds, "row-lock", "lock on the hot row", 1, 1, demand.lock());
        deadlock(bounds, model);
        bounds.sort(Comparator.comparingDouble(Bound::rate));
        return new Bounds(List.copyOf(bounds));
    }

    private static void places(List<Bound> bounds, String id, String what, double instances, double each, double time) {
        double places = instances * each;
        if (Double.isInfinite(places) || time == 0) {
            return;
        }
        double rate = LittlesLaw.capacity(places, time);
        String of = instances == 1 ? Numbers.plain(each) : Numbers.plain(instances) + " x " + Numbers.plain(each);
        bounds.add(new Bound(
                id,
                rate,
                "%s %s, each taken for %s: at most %s requests/s"
                        .formatted(of, what, Numbers.seconds(time), Numbers.plain(rate))));
    }

    private static void databaseCores(List<Bound> bounds, StackModel model, Demand demand, double instances) {
        if (Double.isInfinite(model.get(DB_CORES)) || demand.databaseCpu() == 0) {
            return;
        }
        double statements = Math.min(instances * model.get(POOL_MAX), model.get(DB_CONNECTIONS) - model.get(DB_OTHERS));
        double work = Contended.peak(model, statements);
        double rate = LittlesLaw.capacity(work, demand.databaseCpu());
        bounds.add(new Bound(
                "database-cores",
                rate,
                "%s database processors, of which at most %s do useful work at once, %s of them for each request: at most %s requests/s"
                        .formatted(
                                Numbers.plain(model.get(DB_CORES)),
                                Numbers.plain(work),
                                Numbers.seconds(demand.databaseCpu()),
                                Numbers.plain(rate))));
    }

    private static void deadlock(List<Bound> bounds, StackModel model) {
        double nested = model.get(APP_NESTED);
        double callers = Math.min(model.get(APP_WORKERS), model.get(LB_MAXCONN));
        double safe = callers * (nested - 1) + 1;
        if (nested > 1 && model.get(POOL_MAX) < safe) {
            bounds.add(new Bound(
                    "deadlock",
                    Double.POSITIVE_INFINITY,
                    "%s workers that each hold %s connections at a time can lock each other out of a pool of %s; safe from %s on"
                            .formatted(
                                    Numbers.plain(callers),
                                    Numbers.plain(nested),
                                    Numbers.plain(model.get(POOL_MAX)),
                                    Numbers.plain(safe))));
        }
    }

    /** All of them, the smallest first. */
    public List<Bound> all() {
        return all;
    }

    /** The smallest; empty when nothing limits the rate. */
    public Optional<Bound> binding() {
        return all.stream().filter(bound -> Double.isFinite(bound.rate())).findFirst();
    }

    /** The highest rate that any of them allows; infinite when nothing limits it. */
    public double capacity() {
        return binding().map(Bound::rate).orElse(Double.POSITIVE_INFINITY);
    }

    /**
     * The rate above which every request's retries are more than the stack can carry, so that a short trigger can keep it down:
     * λ(1 + R) &gt; C, or λ(1 + b) &gt; C with a retry budget b. Source: Bronson et al., Metastable failures, HotOS 2021.
     */
    public static Optional<Bound> retries(StackModel model) {
        double more = Math.min(model.get(CLIENT_RETRIES), model.get(CLIENT_BUDGET));
        return of(model)
                .binding()
                .filter(binding -> more > 0)
                .map(binding -> new Bound(
                        "retries",
                        binding.rate() / (1 + more),
                        "each request may become %s attempts, and %s carries %s/s: safe up to %s requests/s"
                                .formatted(
                                        Numbers.plain(1 + more),
                                        binding.id(),
                                        Numbers.plain(binding.rate()),
                                        Numbers.plain(binding.rate() / (1 + more)))));
    }
}
