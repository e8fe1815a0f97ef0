package io.poolwright.model.live;

/**
 * One thing that a source may say about a pool, in OpenTelemetry's {@code db.client.connection} words where it has one.
 *
 * <p>A counter is counted since its process started and may be reset; a gauge is what is so now. Times are in seconds.
 */
public enum Signal {
    /** {@code db.client.connection.max}: most that may be used at once. */
    MAX("max", false),
    /** {@code db.client.connection.count{state=used}}: lent out now. */
    USED("used", false),
    /** {@code db.client.connection.count{state=idle}}: there and free now. */
    IDLE("idle", false),
    /** Used, idle and what is neither; what the pool believes it has. */
    TOTAL("total", false),
    /** {@code db.client.connection.idle.min}: kept open though nobody needs them. */
    MIN_IDLE("idle_min", false),
    /** {@code db.client.connection.pending_requests}: callers that wait now. */
    PENDING("pending_requests", false),
    /** Total of {@code db.client.connection.wait_time}, timed-out waits included where the source does (s). */
    WAIT_SECONDS("wait_time.sum", true),
    /** How many waits that total is of. */
    WAITS("wait_time.count", true),
    /** Mean wait, of a source that gives no total (s). */
    WAIT_MEAN("wait_time.mean", false),
    /** Longest wait of the recent window that the source keeps (s). */
    WAIT_MAX("wait_time.max", false),
    /** 95th percentile of the wait, from buckets between two looks or from the source itself (s). */
    WAIT_P95("wait_time.p95", false),
    /** Total of {@code db.client.connection.use_time}: from borrow to return (s). */
    USE_SECONDS("use_time.sum", true),
    /** How many uses that total is of. */
    USES("use_time.count", true),
    /** Mean time in use, of a source that gives no total (s). */
    USE_MEAN("use_time.mean", false),
    /** Longest use of the recent window that the source keeps (s). */
    USE_MAX("use_time.max", false),
    /** 95th percentile of the time in use (s). */
    USE_P95("use_time.p95", false),
    /** Total of {@code db.client.connection.create_time} (s). */
    CREATE_SECONDS("create_time.sum", true),
    /** Connections opened. */
    CREATED("create_time.count", true),
    /** {@code db.client.connection.timeouts}: callers that gave up waiting. */
    TIMEOUTS("timeouts", true),
    /** Borrows, sessions or requests served: what throughput is counted in. */
    BORROWS("borrows", true),
    /** Turned away at the limit without waiting. */
    REFUSED("refused", true),
    /** Connections that the source itself reports as leaked. */
    LEAKS("leaks", true);

    private final String id;
    private final boolean counter;

    Signal(String id, boolean counter) {
        this.id = id;
        this.counter = counter;
    }

    /** Its name outside the code, such as {@code pending_requests}. */
    public String id() {
        return id;
    }

    /** Whether it only ever grows until its process starts anew. */
    public boolean counter() {
        return counter;
    }
}
