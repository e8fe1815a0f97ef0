package io.poolwright.simulate.plan;

import static io.poolwright.simulate.Parameter.APP_INSTANCES;
import static io.poolwright.simulate.Parameter.APP_WORKERS;
import static io.poolwright.simulate.Parameter.CLIENT_BUDGET;
import static io.poolwright.simulate.Parameter.CLIENT_RATE;
import static io.poolwright.simulate.Parameter.CLIENT_RETRIES;
import static io.poolwright.simulate.Parameter.CLIENT_TIMEOUT;
import static io.poolwright.simulate.Parameter.LB_MAXCONN;
import static io.poolwright.simulate.Parameter.LB_QUEUE;
import static io.poolwright.simulate.Parameter.LB_QUEUE_TIMEOUT;
import static io.poolwright.simulate.Parameter.POOL_ACQUIRE_TIMEOUT;
import static io.poolwright.simulate.Parameter.POOL_QUERY_TIMEOUT;
import static io.poolwright.simulate.Parameter.POOL_SOCKET_TIMEOUT;

import io.poolwright.simulate.Goal;
import io.poolwright.simulate.Parameter;
import io.poolwright.simulate.StackModel;
import io.poolwright.simulate.search.Demand;
import io.poolwright.simulate.search.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The limits that must stand in an order, from the query outwards, each longer than what it waits for and shorter than whoever
 * waits for it.
 *
 * <p>A rung that stands right stays as it is. Rungs that hang on something unknown are left out.
 */
final class Ladder {
    /** How much slower the database may get before its queries are cut off. */
    private static final double SLOWER = 3;
    /** Part of the deadline that is nobody's: for what the model does not know. */
    private static final double MARGIN = 0.1;
    /** No limit on queries below this, in seconds. */
    private static final double SHORTEST_QUERY = 1;
    /** HikariCP refuses a shorter wait, in seconds. */
    private static final double SHORTEST_ACQUIRE = 0.25;

    private final StackModel model;
    private final double capacity;
    private final Goal goal;
    private final Set<Parameter> unknown;
    private final List<Recommendation> rungs = new ArrayList<>();

    private Ladder(StackModel model, double capacity, Goal goal, Set<Parameter> unknown) {
        this.model = model;
        this.capacity = capacity;
        this.goal = goal;
        this.unknown = unknown;
    }

    /**
     * The rungs.
     *
     * @param capacity requests a second that the stack will carry once its pool is as it should be; infinite when nothing limits it
     * @param unknown parameters that nothing should hang on
     */
    static List<Recommendation> of(StackModel model, double capacity, Goal goal, Set<Parameter> unknown) {
        Ladder ladder = new Ladder(model, capacity, goal, unknown);
        double statement = ladder.statement();
        ladder.socket(statement);
        ladder.acquire();
        if (Double.isFinite(model.get(LB_MAXCONN))) {
            ladder.slots();
            if (!unknown.contains(CLIENT_TIMEOUT) && Double.isFinite(model.get(CLIENT_TIMEOUT))) {
                ladder.queue();
            }
        }
        if (!unknown.contains(CLIENT_RETRIES)) {
            ladder.budget();
        }
        return List.copyOf(ladder.rungs);
    }

    /** The longest wait for a connection after which the request can still be answered in time. */
    static double longestAcquire(StackModel model, Goal goal, Set<Parameter> unknown) {
        double patience =
                unknown.contains(CLIENT_TIMEOUT) ? goal.limit() : Math.min(goal.limit(), model.get(CLIENT_TIMEOUT));
        return Math.max(SHORTEST_ACQUIRE, patience * (1 - MARGIN) - percentile(model, 99));
    }

    private double statement() {
        double least = SLOWER * query(99.9);
        double present = model.get(POOL_QUERY_TIMEOUT);
        boolean fine = present >= least && Double.isFinite(present);
        double value = fine ? present : Rounding.up(Math.max(SHORTEST_QUERY, least));
        rung(
                POOL_QUERY_TIMEOUT,
                value,
                least,
                Double.POSITIVE_INFINITY,
                "longer than the slowest query in a thousand on a database three times slower (%s); the database then stops the query itself"
                        .formatted(Numbers.seconds(least)));
        return value;
    }

    private void socket(double statement) {
        double present = model.get(POOL_SOCKET_TIMEOUT);
        boolean fine = present > statement && Double.isFinite(present);
        double value = fine ? present : Rounding.up(2 * statement);
        rung(
                POOL_SOCKET_TIMEOUT,
                value,
                Math.nextUp(statement),
                Double.POSITIVE_INFINITY,
                "longer than the query's own limit (%s), or the driver gives up while the database works on"
                        .formatted(Numbers.seconds(statement)));
    }

    private void acquire() {
        double most = longestAcquire(model, goal, unknown);
        double present = model.get(POOL_ACQUIRE_TIMEOUT);
        double value = present <= most ? present : Rounding.down(most);
        rung(
                POOL_ACQUIRE_TIMEOUT,
                value,
                Math.min(value, SHORTEST_ACQUIRE),
                Math.max(value, most),
                "whoever waits longer than %s cannot be answered within %s any more"
                        .formatted(Numbers.seconds(most), Numbers.seconds(goal.limit())));
    }

    private void slots() {
        double instances = model.get(APP_INSTANCES);
        double load = 1.3 * model.get(CLIENT_RATE) * Demand.of(model).slot() / instances;
        double least = Math.ceil(load + 3 * Math.sqrt(load)) + 1;
        double present = model.get(LB_MAXCONN);
        double most = Math.max(least, model.get(APP_WORKERS));
        double value = present >= least ? present : Math.min(most, Math.ceil(1.5 * least));
        rung(
                LB_MAXCONN,
                value,
                Math.min(value, least),
                Math.max(value, most),
                "at 1.3 times the load %s requests are on their way to an instance on average, and chance asks for %s places"
                        .formatted(Numbers.plain(load), Numbers.plain(least)));
    }

    private void queue() {
        double patience = model.get(CLIENT_TIMEOUT);
        double most = Math.max(0.05, patience * (1 - MARGIN) - percentile(model, 99));
        double present = model.get(LB_QUEUE_TIMEOUT);
        double value = present <= most ? present : Rounding.down(most);
        rung(
                LB_QUEUE_TIMEOUT,
                value,
                Math.min(value, most / 10),
                Math.max(value, most),
                "whoever waits longer in the balancer than %s cannot be answered before the client leaves after %s"
                        .formatted(Numbers.seconds(most), Numbers.seconds(patience)));
        double length = model.get(LB_QUEUE);
        if (Double.isFinite(capacity)) {
            double longest = Math.max(1, Math.floor(capacity * value));
            double kept = length <= longest ? length : Math.max(1, Rounding.down(longest));
            rung(
                    LB_QUEUE,
                    kept,
                    Math.min(kept, Math.ceil(longest / 10)),
                    Math.max(kept, longest),
                    "of a longer queue than %s the last would wait longer than %s at %s requests/s"
                            .formatted(Numbers.plain(longest), Numbers.seconds(value), Numbers.plain(capacity)));
        }
    }

    private void budget() {
        double retries = model.get(CLIENT_RETRIES);
        double rate = model.get(CLIENT_RATE);
        if (retries == 0 || !Double.isFinite(capacity) || rate <= 0 || capacity <= rate) {
            return;
        }
        double most = capacity / rate - 1;
        double present = model.get(CLIENT_BUDGET);
        if (retries <= most) {
            return;
        }
        double value = present < most ? present : Math.min(0.2, Rounding.down(most / 2));
        rung(
                CLIENT_BUDGET,
                value,
                0,
                Math.max(value, most),
                "with %s requests/s and a capacity of %s/s retries fit as long as each request earns fewer than %s of one"
                        .formatted(Numbers.plain(rate), Numbers.plain(capacity), Numbers.plain(most)));
    }

    private void rung(Parameter parameter, double value, double low, double high, String why) {
        rungs.add(new Recommendation(
                parameter, model.get(parameter), value, Math.min(low, value), Math.max(high, value), why));
    }

    private double query(double percent) {
        return Demand.queryPercentile(model, percent);
    }

    private static double percentile(StackModel model, double percent) {
        return Demand.slotPercentile(model, percent);
    }
}
