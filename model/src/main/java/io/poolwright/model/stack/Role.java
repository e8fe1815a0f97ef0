package io.poolwright.model.stack;

import java.time.Duration;

/**
 * What a setting does, whatever its product calls it: the vocabulary of the rules that compare layers.
 *
 * <p>A limit that is none is {@link Bound#UNLIMITED} or {@link Bound#FOREVER}, never 0 or −1.
 *
 * @param id for messages and JSON
 * @param type of its values; counts are {@code Long}
 */
public record Role<T>(String id, Class<T> type) {

    // A service: a deployed unit.
    /** Copies that run at the same time, as deployed now. */
    public static final Role<Long> REPLICAS = count("replicas");
    /** Most copies that an autoscaler may run. */
    public static final Role<Long> MAX_REPLICAS = count("max-replicas");
    /** Copies that a rolling update may add to {@link #MAX_REPLICAS}. */
    public static final Role<Long> SURGE = count("surge");
    /** Processor share of one copy, in cores. */
    public static final Role<Double> CPU_LIMIT = new Role<>("cpu-limit", Double.class);
    /** Memory of one copy. */
    public static final Role<Bytes> MEMORY_LIMIT = new Role<>("memory-limit", Bytes.class);
    /** Open files that one process may have. */
    public static final Role<Long> OPEN_FILES = count("open-files");
    /** From the request to stop until the kill. */
    public static final Role<Duration> GRACE_PERIOD = time("grace-period");
    /** Pause before the request to stop. */
    public static final Role<Duration> PRE_STOP = time("pre-stop");
    /** The image with its tag. */
    public static final Role<String> IMAGE = new Role<>("image", String.class);

    // A pool of connections.
    /** Most connections of one pool in one process. */
    public static final Role<Long> POOL_MAX = count("pool-max");
    /** Idle connections that the pool keeps at least. */
    public static final Role<Long> POOL_MIN_IDLE = count("pool-min-idle");
    /** Longest that a borrower waits for a connection. */
    public static final Role<Duration> ACQUIRE_TIMEOUT = time("acquire-timeout");
    /** Age at which a connection is retired: the latest, where the product spreads it. */
    public static final Role<Duration> MAX_LIFETIME = time("max-lifetime");
    /** Idleness after which a connection is closed; for ever when it is not. */
    public static final Role<Duration> POOL_IDLE_TIMEOUT = time("pool-idle-timeout");
    /** Longest time between two pings of an idle connection; for ever when none are sent. */
    public static final Role<Duration> KEEPALIVE = time("keepalive");
    /** Longest that one test of a connection takes. */
    public static final Role<Duration> VALIDATION_TIMEOUT = time("validation-timeout");

    // A driver.
    /** Longest that opening a connection takes: driver to database, or proxy to server. */
    public static final Role<Duration> CONNECT_TIMEOUT = time("connect-timeout");
    /** Longest silence on a socket in use. */
    public static final Role<Duration> SOCKET_TIMEOUT = time("socket-timeout");
    /** Longest that one statement may run, by whoever cuts it first: driver, session or server. */
    public static final Role<Duration> STATEMENT_TIMEOUT = time("statement-timeout");
    /** Whether the kernel probes idle sockets. */
    public static final Role<Boolean> TCP_KEEPALIVE = new Role<>("tcp-keepalive", Boolean.class);
    /** The user that logs in. */
    public static final Role<String> USER = new Role<>("user", String.class);

    // An application and its server.
    /** Requests worked on at the same time by one process. */
    public static final Role<Long> WORKERS = count("workers");
    /** Client connections that one process holds. */
    public static final Role<Long> MAX_CONNECTIONS = count("max-connections");
    /** Connections that wait in the kernel beyond that. */
    public static final Role<Long> ACCEPT_COUNT = count("accept-count");
    /** Idleness after which a server closes a client's connection. */
    public static final Role<Duration> SERVER_KEEP_ALIVE = time("server-keep-alive");
    /** Requests after which a server closes a client's connection. */
    public static final Role<Long> SERVER_KEEP_ALIVE_REQUESTS = count("server-keep-alive-requests");
    /** Longest that the application works on one request or transaction. */
    public static final Role<Duration> REQUEST_TIMEOUT = time("request-timeout");
    /** Longest that a phase of its shutdown takes. */
    public static final Role<Duration> SHUTDOWN_TIMEOUT = time("shutdown-timeout");

    // A proxy: on its routes, backends and servers.
    /** Longest wait for the server's answer, or between two pieces of it. */
    public static final Role<Duration> RESPONSE_TIMEOUT = time("response-timeout");
    /** Longest wait in the proxy's own queue for a free server. */
    public static final Role<Duration> QUEUE_TIMEOUT = time("queue-timeout");
    /** Longest silence of a client. */
    public static final Role<Duration> CLIENT_TIMEOUT = time("client-timeout");
    /** Idleness after which the proxy closes its own connection to a server; for ever when it never does. */
    public static final Role<Duration> UPSTREAM_IDLE = time("upstream-idle");
    /** Requests after which the proxy closes its own connection to a server. */
    public static final Role<Long> UPSTREAM_REQUESTS = count("upstream-requests");
    /** Whether the proxy uses a connection to a server again. */
    public static final Role<Boolean> UPSTREAM_REUSE = new Role<>("upstream-reuse", Boolean.class);
    /** Requests (HTTP) or connections (TCP) that the proxy lets through to one server at the same time. */
    public static final Role<Long> PER_SERVER = count("per-server");
    /** Client connections that the proxy takes in. */
    public static final Role<Long> ADMITTED = count("admitted");
    /** Tries beyond the first. */
    public static final Role<Long> RETRIES = count("retries");
    /** {@code http} or {@code tcp}. */
    public static final Role<String> MODE = new Role<>("mode", String.class);

    // A pooler.
    /** Clients that the pooler takes in, per process. */
    public static final Role<Long> CLIENT_LIMIT = count("client-limit");
    /** Server connections of one (user, database) pair, per process, reserve not counted. */
    public static final Role<Long> SERVER_POOL = count("server-pool");
    /** {@code session}, {@code transaction} or {@code statement}. */
    public static final Role<String> POOL_MODE = new Role<>("pool-mode", String.class);

    // A database server.
    /** Connections that it accepts in all. */
    public static final Role<Long> DB_MAX_CONNECTIONS = count("db-max-connections");
    /** Of those, kept for administrators. */
    public static final Role<Long> DB_RESERVED = count("db-reserved");
    /** Idleness after which it closes a session; for ever when it never does. */
    public static final Role<Duration> DB_IDLE_TIMEOUT = time("db-idle-timeout");
    /** Processors of the database server. */
    public static final Role<Long> DB_CORES = count("db-cores");

    private static Role<Long> count(String id) {
        return new Role<>(id, Long.class);
    }

    private static Role<Duration> time(String id) {
        return new Role<>(id, Duration.class);
    }
}
