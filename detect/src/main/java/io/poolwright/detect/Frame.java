package io.poolwright.detect;

import io.poolwright.model.Answer;
import io.poolwright.model.BalancerSample;
import io.poolwright.model.DatabaseSample;
import io.poolwright.model.DeclaredSetting;
import io.poolwright.model.InstanceSample;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What happened between two looks at the stack: what each layer holds now, and how fast its counters moved.
 *
 * @param at time of the later look
 * @param edge the load balancer
 * @param services the application instances, in name order
 * @param store the database
 * @param settings what was declared at that time
 */
public record Frame(
        Instant at, Answer<Edge> edge, List<Service> services, Answer<Store> store, List<DeclaredSetting> settings) {
    public Frame {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(edge, "edge");
        Objects.requireNonNull(store, "store");
        services = List.copyOf(services);
        settings = List.copyOf(settings);
    }

    /**
     * The load balancer during one frame.
     *
     * @param now its sample at the end of the frame
     * @param arrivals requests received, in 1/s; repeated attempts are among them
     * @param errors responses of 5xx, in 1/s
     * @param queueErrors requests failed without reaching a server, in 1/s
     */
    public record Edge(BalancerSample now, double arrivals, double errors, double queueErrors) {
        public Edge {
            Objects.requireNonNull(now, "now");
        }
    }

    /**
     * One application instance during one frame.
     *
     * @param name the instance
     * @param now its sample at the end of the frame
     * @param flow how its counters moved; silent when it has just been seen for the first time or was restarted
     */
    public record Service(String name, Answer<InstanceSample> now, Answer<Flow> flow) {
        public Service {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(now, "now");
            Objects.requireNonNull(flow, "flow");
        }
    }

    /**
     * How one instance's counters moved, each per second of the frame.
     *
     * @param http its HTTP server
     * @param pool its connection pool
     * @param cpu processors used (cores)
     */
    public record Flow(Answer<HttpFlow> http, Answer<PoolFlow> pool, Answer<Double> cpu) {
        public Flow {
            Objects.requireNonNull(http, "http");
            Objects.requireNonNull(pool, "pool");
            Objects.requireNonNull(cpu, "cpu");
        }
    }

    /**
     * An HTTP server's counters in motion.
     *
     * @param requests answered, in 1/s
     * @param seconds their durations together, in s/s
     * @param errors answered with 5xx, in 1/s
     * @param resent arrived as a repeated attempt, in 1/s; silent when the page does not count them
     */
    public record HttpFlow(double requests, double seconds, double errors, Answer<Double> resent) {
        public HttpFlow {
            Objects.requireNonNull(resent, "resent");
        }
    }

    /**
     * A pool's counters in motion.
     *
     * @param waits attempts to get a connection that ended, timed-out ones included, in 1/s
     * @param waitSeconds their durations together, in s/s
     * @param returns connections given back, in 1/s
     * @param useSeconds their times in use together, in s/s
     * @param created connections opened, in 1/s
     * @param timeouts callers that gave up waiting, in 1/s
     */
    public record PoolFlow(
            double waits, double waitSeconds, double returns, double useSeconds, double created, double timeouts) {}

    /**
     * The database during one frame.
     *
     * @param now its sample at the end of the frame
     * @param transactions ended, committed or rolled back, in 1/s
     * @param tuples rows that scans read, in 1/s
     * @param abandoned sessions ended because the client's connection was lost, in 1/s
     * @param fatal sessions ended by a fatal error, in 1/s
     */
    public record Store(DatabaseSample now, double transactions, double tuples, double abandoned, double fatal) {
        public Store {
            Objects.requireNonNull(now, "now");
        }
    }
}
