package io.poolwright.drill.balancer;

import java.nio.file.Path;
import java.util.List;

/** The load balancer of a running stack: one frontend {@code edge}, one backend {@code shop}, servers {@code shop-N}. */
public interface Balancer {

    /** What runs: {@code haproxy} or {@code embedded}. */
    String product();

    /** TCP port on loopback that customers use. */
    int port();

    /** Where its statistics are read, in HAProxy's {@code show stat} CSV. */
    StatsSource statsSource();

    /** The file that declares its limits, as an operator would keep it. */
    Path configFile();

    /**
     * Limits the requests that a server is sent at once, from now on and without a restart.
     *
     * @param maxconn requests; more than that wait in the backend's queue
     */
    void limit(String server, int maxconn);

    /** The limit in force for that server, in requests. */
    int limit(String server);

    /** Sends it requests. */
    void ready(String server);

    /** Sends it no new requests; those that it has may finish. */
    void drain(String server);

    /** Sends it nothing and stops looking at it. */
    void maint(String server);

    /** Requests that the server is handling now. */
    int inFlight(String server);

    /** Its servers and their state: the statistics as they are, one line each. */
    List<String> statistics();
}
