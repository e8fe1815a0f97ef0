package io.poolwright.model;

import java.util.Objects;

/**
 * One instance's connection pool, in OpenTelemetry's {@code db.client.connection} words.
 *
 * @param name {@code db.client.connection.pool.name}
 * @param used connections lent out
 * @param idle connections waiting to be lent
 * @param total connections that the pool believes it has; the database may count others
 * @param max the limit in force, which a file may contradict (connections)
 * @param pending callers waiting for a connection (requests)
 * @param timeouts callers that gave up waiting, since the process started (count)
 * @param waitTime getting a connection; timed-out attempts are included
 * @param useTime borrow to return; a connection that is never returned is never counted
 * @param createTime opening a physical connection; successful ones only
 */
public record PoolSample(
        String name,
        int used,
        int idle,
        int total,
        int max,
        int pending,
        long timeouts,
        TimerSample waitTime,
        TimerSample useTime,
        TimerSample createTime) {
    public PoolSample {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(waitTime, "waitTime");
        Objects.requireNonNull(useTime, "useTime");
        Objects.requireNonNull(createTime, "createTime");
    }
}
