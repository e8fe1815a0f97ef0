package io.poolwright.simulate.fit;

import java.util.List;
import java.util.Optional;

/**
 * What happened between two looks at a stack, and what stood at the second. Sums over all instances. What was not told is NaN.
 *
 * @param seconds between them
 * @param instances that answered both times
 * @param requests of the balancer and the instances
 * @param pool of the pools
 * @param database at the second look
 */
record Look(double seconds, int instances, Requests requests, Pools pool, Backends database) {

    /**
     * Requests between the looks.
     *
     * @param arrived at the balancer
     * @param failed 5xx to clients
     * @param served by the instances
     * @param servedSeconds that they took there
     * @param resent of the served, those marked as a repeated attempt
     * @param answerTime that the balancer waited for an instance's answer, on average of late, in seconds
     */
    record Requests(
            double arrived, double failed, double served, double servedSeconds, double resent, double answerTime) {}

    /**
     * The pools: counters between the looks, levels at the second.
     *
     * @param borrows ended waits, those that gave up included
     * @param waitSeconds of these
     * @param returns connections given back
     * @param useSeconds of these
     * @param created connections opened
     * @param createSeconds of these
     * @param timeouts callers that gave up
     * @param used connections lent out
     * @param total connections known
     * @param max of one pool
     * @param pending callers waiting
     * @param full instances whose connections were all lent out
     * @param longestUse of the source's recent window, in seconds
     * @param uses how long the uses took that ended, when the source keeps a histogram
     */
    record Pools(
            double borrows,
            double waitSeconds,
            double returns,
            double useSeconds,
            double created,
            double createSeconds,
            double timeouts,
            double used,
            double total,
            double max,
            double pending,
            int full,
            double longestUse,
            Optional<Histogram> uses) {}

    /**
     * The database's count of its clients.
     *
     * @param backends of our instances
     * @param others of everybody else
     * @param active of ours
     * @param onCpu of ours
     * @param onLock of ours
     * @param ages of the statements that run, in seconds
     */
    record Backends(double backends, double others, double active, double onCpu, double onLock, List<Double> ages) {
        static final Backends UNKNOWN =
                new Backends(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, List.of());
    }

    /** Backends beyond what the pools know of; NaN when the database was silent. */
    double zombies() {
        return database.backends() - pool.total();
    }

    /** Whether somebody waited, gave up, failed or was forgotten: then the time in use may not be that of an unhindered request. */
    boolean troubled() {
        boolean failing = requests.failed() > 0.01 * requests.arrived();
        return pool.timeouts() > 0
                || pool.pending() > 0
                || pool.full() > 0
                || failing
                || zombies() > Math.max(2, pool.total() / 4)
                || requests.resent() > 0.01 * requests.served();
    }
}
