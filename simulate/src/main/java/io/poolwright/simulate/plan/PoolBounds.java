package io.poolwright.simulate.plan;

import static io.poolwright.simulate.Parameter.APP_DOWN;
import static io.poolwright.simulate.Parameter.APP_INSTANCES;
import static io.poolwright.simulate.Parameter.APP_NESTED;
import static io.poolwright.simulate.Parameter.APP_WORKERS;
import static io.poolwright.simulate.Parameter.CLIENT_RATE;
import static io.poolwright.simulate.Parameter.CLIENT_USERS;
import static io.poolwright.simulate.Parameter.DB_CONNECTIONS;
import static io.poolwright.simulate.Parameter.DB_OTHERS;
import static io.poolwright.simulate.Parameter.LB_MAXCONN;
import static io.poolwright.simulate.Parameter.POOL_SOCKET_TIMEOUT;

import io.poolwright.queueing.LittlesLaw;
import io.poolwright.queueing.ZombieLaw;
import io.poolwright.simulate.StackModel;
import io.poolwright.simulate.search.Demand;
import io.poolwright.simulate.search.Numbers;

/**
 * Between which sizes the pool of one instance must lie, by closed forms.
 *
 * @param low fewest that hold the load on average, or that cannot lock each other out; connections
 * @param high most that the database and the workers leave any use for
 * @param lowSaid why the lowest
 * @param highSaid why the highest
 */
record PoolBounds(int low, int high, String lowSaid, String highSaid) {
    /** A pool larger than this has no reason that a model knows. */
    private static final int MOST = 512;

    static PoolBounds of(StackModel model) {
        Demand demand = Demand.of(model);
        double instances = Math.max(1, model.get(APP_INSTANCES) - model.get(APP_DOWN));
        double rate = model.get(CLIENT_USERS) > 0 ? 0 : model.get(CLIENT_RATE);
        double little = LittlesLaw.population(rate / instances, demand.hold());
        double callers = Math.min(model.get(APP_WORKERS), model.get(LB_MAXCONN));
        double nested = model.get(APP_NESTED);
        double deadlock = nested > 1 ? callers * (nested - 1) + 1 : 1;
        int low = (int) Math.max(Math.ceil(little), deadlock);
        String lowSaid = deadlock > little
                ? "%s requests at a time that each hold %s connections need %s not to lock each other out"
                        .formatted(Numbers.plain(callers), Numbers.plain(nested), Numbers.plain(deadlock))
                : "%s requests/s for each instance, each holding a connection for %s, hold %s on average"
                        .formatted(
                                Numbers.plain(rate / instances), Numbers.seconds(demand.hold()), Numbers.plain(little));

        double timeout = model.get(POOL_SOCKET_TIMEOUT);
        double excess = Double.isInfinite(timeout)
                ? 0
                : model.databaseCpu().excess(timeout) + model.databaseWait().excess(timeout);
        double zombies = Math.ceil(ZombieLaw.zombies(rate, excess));
        double left = model.get(DB_CONNECTIONS) - model.get(DB_OTHERS) - zombies;
        double slots = Math.floor(left / model.get(APP_INSTANCES));
        double workers = model.get(APP_WORKERS) * nested;
        double high = Math.min(MOST, Math.min(slots, workers));
        String highSaid = slots <= workers
                ? "the database has %s connections left for %s instances"
                        .formatted(Numbers.plain(left), Numbers.plain(model.get(APP_INSTANCES)))
                : "%s workers have no use for more".formatted(Numbers.plain(model.get(APP_WORKERS)));
        return new PoolBounds(Math.max(1, low), (int) Math.max(0, high), lowSaid, highSaid);
    }

    boolean possible() {
        return low <= high;
    }
}
