package io.poolwright.simulate.search;

import io.poolwright.simulate.Parameter;
import io.poolwright.simulate.StackModel;

/**
 * What one attempt costs each layer when nobody is in its way, in seconds.
 *
 * @param slot a place of the balancer and a worker
 * @param hold connections of a pool times how long they are held: up to the driver's limit, once more for each try of the application
 * @param backend connections of the database times how long they are taken: statements that outlive their client included
 * @param query time in the database, processor and waiting together
 * @param databaseCpu processor time of the database
 * @param applicationCpu processor time of the application
 * @param lock how long the hot row's lock is held
 */
public record Demand(
        double slot,
        double hold,
        double backend,
        double query,
        double databaseCpu,
        double applicationCpu,
        double lock) {

    /** Of a model as it is when a run begins. */
    public static Demand of(StackModel model) {
        double slow = model.get(Parameter.DB_SLOW);
        double cpu = model.databaseCpu().mean() * slow / Math.min(1, model.get(Parameter.DB_CORES));
        double query = cpu + model.databaseWait().mean() * slow;
        Cut cut = Cut.of(model, cpu, query);
        double before = model.get(Parameter.APP_BEFORE);
        double after = model.get(Parameter.APP_AFTER);
        double borrowing = model.get(Parameter.POOL_VALIDATION) * model.get(Parameter.APP_CALLS);
        double thinking = model.get(Parameter.APP_THINK) * model.get(Parameter.APP_CALLS);
        double slot = before + cut.caller() + thinking + after + borrowing;
        boolean held = model.get(Parameter.APP_HOLD) > 0;
        double around = borrowing + thinking + (held ? after : 0);
        double hold = (cut.caller() + around) * model.get(Parameter.APP_NESTED);
        double backend = (cut.database() + around) * model.get(Parameter.APP_NESTED);
        return new Demand(
                slot,
                hold,
                backend,
                query,
                model.databaseCpu().mean() * slow,
                Double.isInfinite(model.get(Parameter.APP_CORES)) ? 0 : before + after,
                query * model.get(Parameter.DB_LOCK));
    }

    /** The longest that {@code percent} per cent of requests need in a slot, nobody in their way; in seconds. */
    public static double slotPercentile(StackModel model, double percent) {
        Demand mean = of(model);
        return mean.slot() - mean.query() + queryPercentile(model, percent);
    }

    /**
     * The same of the database alone. Processor and waiting time are added percentile by percentile, which is never too
     * little for two that do not exclude each other.
     */
    public static double queryPercentile(StackModel model, double percent) {
        double slow = model.get(Parameter.DB_SLOW) / Math.min(1, model.get(Parameter.DB_CORES));
        return model.databaseCpu().quantile(percent / 100) * slow
                + model.databaseWait().quantile(percent / 100) * model.get(Parameter.DB_SLOW);
    }
}
