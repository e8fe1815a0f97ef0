package io.poolwright.simulate;

import java.util.Map;

/**
 * What happened in a stretch of simulated time. Means are over time, of all instances together.
 *
 * @param from seconds since the run began
 * @param to likewise
 * @param customers what the clients saw
 * @param balancer what the balancer saw
 * @param application what the workers did
 * @param pool what the pools did
 * @param database what the database did
 */
public record Window(
        double from,
        double to,
        Customers customers,
        Balancer balancer,
        Application application,
        Pool pool,
        Database database) {

    /** Length in seconds. */
    public double seconds() {
        return to - from;
    }

    /**
     * What the clients saw. Offered = good + late + failed + the growth of in flight.
     *
     * @param offered fresh requests
     * @param attempts tries, first ones and retries
     * @param good answered within the goal's limit
     * @param late answered after it
     * @param failed requests given up, by the reason of their last attempt
     * @param attemptsFailed attempts that failed, by reason; a retry may still have been answered
     * @param inFlight requests unfinished at the end
     * @param latency of the answered
     */
    public record Customers(
            long offered,
            long attempts,
            long good,
            long late,
            Map<Failure, Long> failed,
            Map<Failure, Long> attemptsFailed,
            long inFlight,
            Latency latency) {
        public Customers {
            failed = Map.copyOf(failed);
            attemptsFailed = Map.copyOf(attemptsFailed);
        }

        /** Requests given up, for any reason. */
        public long failures() {
            return failed.values().stream().mapToLong(Long::longValue).sum();
        }

        /** Good answers for each fresh request; 1 when none was offered. */
        public double goodShare() {
            return offered == 0 ? 1 : good / (double) offered;
        }

        /** Attempts for each fresh request; 1 when none was offered. */
        public double amplification() {
            return offered == 0 ? 1 : attempts / (double) offered;
        }
    }

    /**
     * What the balancer saw.
     *
     * @param queue requests waiting, on average
     * @param inService requests at the instances, on average
     * @param queueSeconds that those let through had waited, in all
     * @param admitted those let through
     */
    public record Balancer(double queue, double inService, double queueSeconds, long admitted) {}

    /**
     * What the workers did.
     *
     * @param queue requests waiting for a worker, on average
     * @param busy workers busy, on average
     * @param cpu processors busy, on average; 0 when processors are not modelled
     */
    public record Application(double queue, double busy, double cpu) {}

    /**
     * What the pools did.
     *
     * @param used connections lent out, on average; leaked ones stay lent
     * @param total connections that the pools know of, on average
     * @param pending callers waiting, on average
     * @param borrowed callers that got a connection
     * @param waitSeconds that all callers waited, in all, those that gave up included
     * @param waited callers that had to wait at all
     * @param timeouts callers that gave up
     * @param created connections opened
     * @param refused attempts to open one that the database refused
     * @param useTime of a connection, from lent to given back
     */
    public record Pool(
            double used,
            double total,
            double pending,
            long borrowed,
            double waitSeconds,
            long waited,
            long timeouts,
            long created,
            long refused,
            Latency useTime) {}

    /**
     * What the database did.
     *
     * @param backends connections open, on average, zombies included, others not
     * @param active statements at work or waiting in it, on average, zombies included
     * @param zombies of those, whose client has gone, on average
     * @param onLock of those, waiting for the row's lock, on average
     * @param cpu processors busy, on average
     * @param wasted share of its processor time spent on calls whose request had already been given up
     * @param completed calls done, on average per second
     */
    public record Database(
            double backends,
            double active,
            double zombies,
            double onLock,
            double cpu,
            double wasted,
            double completed) {}
}
