package io.poolwright.simulate.search;

import io.poolwright.queueing.law.Law;
import io.poolwright.simulate.Parameter;
import io.poolwright.simulate.StackModel;

/**
 * What a limit on calls does to the time that one request takes of its caller and of the database, in seconds.
 *
 * <p>A call that is cut off is cut off again at each try, for it needs the same. The caller waits up to the limit each time; after a
 * socket time-out the database works each of them to its end.
 *
 * @param caller time that the caller is kept waiting
 * @param database time that a connection of the database is taken
 */
record Cut(double caller, double database) {

    static Cut of(StackModel model, double cpu, double query) {
        double socket = model.get(Parameter.POOL_SOCKET_TIMEOUT);
        double limit = Math.min(socket, model.get(Parameter.POOL_QUERY_TIMEOUT));
        if (Double.isInfinite(limit)) {
            return new Cut(query, query);
        }
        double calls = model.get(Parameter.APP_CALLS);
        boolean waits = model.databaseWait().mean() > 0;
        Law law = waits ? model.databaseWait() : model.databaseCpu();
        double factor = model.get(Parameter.DB_SLOW) / calls;
        Law call = factor == 1 || law.mean() == 0 ? law : law.scaled(factor);
        double left = Math.max(0, limit - (waits ? cpu / calls : 0));
        double tries = model.get(Parameter.APP_RETRIES);
        double share = call.beyond(left);
        double excess = call.excess(left);
        double kept = query - calls * excess + tries * share * limit;
        boolean zombies = socket <= model.get(Parameter.POOL_QUERY_TIMEOUT);
        double each = share == 0 ? 0 : Math.min(model.get(Parameter.DB_NOTICE) * share, excess);
        return new Cut(kept, zombies ? kept + (calls + tries) * each : kept);
    }
}
