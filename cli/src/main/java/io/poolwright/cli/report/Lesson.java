package io.poolwright.cli.report;

import java.util.Map;

/**
 * What one root cause teaches.
 *
 * @param check what a configuration check is to hold
 * @param watch what an alert is to watch
 * @param explain what documentation is to say
 */
record Lesson(String check, String watch, String explain) {
    private static final Lesson GENERAL = new Lesson(
            "the value agrees with the layers around it",
            "the figure that carried this diagnosis",
            "what it does to the layers around it");

    private static final Map<String, Lesson> LESSONS = Map.ofEntries(
            Map.entry(
                    "socket-timeout-too-short",
                    new Lesson(
                            "socketTimeout is longer than statement_timeout, and both longer than the longest statement",
                            "database backends less pool connections, line 3",
                            "a driver that gives up does not stop the statement: the backend works on and keeps its slot")),
            Map.entry(
                    "lb-pool-too-small",
                    new Lesson(
                            "the balancer's slots per server hold the offered load times the service time, with room",
                            "requests queued at the balancer while the application has room",
                            "requests beyond the slots wait at the edge while everything behind it idles")),
            Map.entry(
                    "pool-too-small",
                    new Lesson(
                            "pools hold the offered load times the time in use, and all pools together fit the database",
                            "pending requests while every connection is used",
                            "a pool is sized from load and time in use, and bounded by the database, not by the threads")),
            Map.entry(
                    "connection-leak",
                    new Lesson(
                            "leakDetectionThreshold is set wherever a pool is",
                            "connections used while the database does nothing for them",
                            "a connection that is borrowed and never closed is gone until the instance restarts")),
            Map.entry(
                    "slow-query",
                    new Lesson(
                            "every statement of a hot path has the index that it needs",
                            "rows read per transaction, against the days before",
                            "a slow statement holds its connection for as long as it runs, so the pool looks too small")),
            Map.entry(
                    "lock-contention",
                    new Lesson(
                            "lock_timeout is set for the application's role",
                            "backends that wait for a lock",
                            "a waiting transaction holds its connection, so contention on one row empties the pool")),
            Map.entry(
                    "retry-storm",
                    new Lesson(
                            "the wait for a connection is longer than a normal queue, and every client has a retry budget",
                            "attempts that arrive for each first one",
                            "giving up early and coming back adds load exactly when there is none to spare")),
            Map.entry(
                    "server-idle-kill",
                    new Lesson(
                            "no idle limit of the server or of anything on the way is shorter than the pool's own lifetime",
                            "sessions that the server ends, and pool connections that it no longer has",
                            "whoever may end a connection first decides; it must be the pool")),
            Map.entry(
                    "app-cpu",
                    new Lesson(
                            "processor time per request is part of the release test",
                            "processor time per request, against the version before",
                            "busy processors fill the layers in front of them while pools and database have room")),
            Map.entry(
                    "traffic-surge",
                    new Lesson(
                            "the edge admits no more than the stack has been shown to serve",
                            "requests offered against the rate that was last shown to work",
                            "refusing some customers early serves more of them than queueing all")));

    static Lesson of(String cause) {
        return LESSONS.getOrDefault(cause, GENERAL);
    }
}
