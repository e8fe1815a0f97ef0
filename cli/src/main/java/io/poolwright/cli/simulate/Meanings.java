package io.poolwright.cli.simulate;

import io.poolwright.simulate.Parameter;

/** What each parameter of the model means, in one sentence for people. */
final class Meanings {
    private Meanings() {}

    static String of(Parameter parameter) {
        return switch (parameter) {
            case CLIENT_RATE -> "Fresh requests that arrive each second, whatever the stack does.";
            case CLIENT_USERS -> "Customers who wait for their answer before they ask again; 0 for arrivals at a rate.";
            case CLIENT_THINK -> "How long such a customer thinks, on average.";
            case CLIENT_EVEN -> "Arrivals evenly spaced instead of at random (Poisson).";
            case CLIENT_TIMEOUT -> "Longest that the client waits for one attempt.";
            case CLIENT_RETRIES -> "Attempts after the first one failed.";
            case CLIENT_BACKOFF -> "Pause before the first retry; doubled for each more, times 0.5 to 1.5 at random.";
            case CLIENT_BACKOFF_CAP -> "Longest such pause, before the random part.";
            case CLIENT_BUDGET -> "Retries that each fresh request earns for all clients together.";
            case CLIENT_DEADLINE -> "Age of a request after which it is not tried again.";
            case CLIENT_REDRAW ->
                "Whether a retry needs something else of the database than the attempt before it did.";
            case CLIENT_CANCEL -> "Whether a client that gives up also stops the work further in.";
            case LB_MAXCONN -> "Requests at a time that the balancer lets through to one instance.";
            case LB_QUEUE -> "Requests that may wait at the balancer; one more is refused.";
            case LB_QUEUE_TIMEOUT -> "Longest wait there.";
            case LB_SERVER_TIMEOUT -> "Longest that the balancer waits for an instance's answer.";
            case LB_RETRIES -> "Tries on another instance after one refused the connection.";
            case LB_POLICY -> "How the balancer chooses an instance.";
            case LB_ABORT -> "Whether a request whose client has gone leaves the balancer's queue.";
            case LB_CHECK -> "Time until the balancer notices that an instance is down, or up again.";
            case APP_INSTANCES -> "Copies of the application, each with workers and a pool of its own.";
            case APP_DOWN -> "Of them, those that refuse connections.";
            case APP_WORKERS -> "Requests that one instance works on at a time.";
            case APP_ACCEPT -> "Requests that wait for a worker of one instance; one more is refused.";
            case APP_CORES -> "Processors of one instance; unlimited when they are never what is short.";
            case APP_BEFORE -> "Work of the application before it asks for a connection.";
            case APP_AFTER -> "Work of the application after the database has answered.";
            case APP_CALLS -> "Calls to the database that one request makes, one after the other.";
            case APP_HOLD -> "Whether one connection is kept from the first call to the end of the request.";
            case APP_NESTED -> "Connections that one request holds at the same time.";
            case APP_THINK -> "Time that a request does something else after each call while it holds a connection.";
            case APP_LEAK -> "Share of requests that never give their connection back.";
            case APP_RETRIES -> "Tries by the application itself after a call failed.";
            case APP_DEADLINE -> "Age at which a waiting request is dropped instead of worked on.";
            case APP_ORDER -> "Who gets the next free worker.";
            case POOL_MAX -> "Connections that the pool of one instance may have.";
            case POOL_ACQUIRE_TIMEOUT -> "Longest wait for a connection of the pool.";
            case POOL_VALIDATION -> "Time that lending a connection costs, its test included.";
            case POOL_SOCKET_TIMEOUT -> "Silence after which the driver hangs up; the database works on.";
            case POOL_QUERY_TIMEOUT -> "Time after which a call is cancelled in the database; the connection stays.";
            case POOL_MAX_LIFETIME -> "Age at which a connection is replaced.";
            case POOL_CREATE_LATENCY -> "Time that opening a connection takes, beside the database's work for it.";
            case POOL_CREATE_CONCURRENCY -> "Connections that one pool opens at the same time.";
            case POOL_CREATE_BACKOFF -> "Pause after the database refused a connection, at first.";
            case POOL_CREATE_BACKOFF_CAP -> "Longest such pause.";
            case POOL_CREATE_PAUSE -> "Pause after each connection that was opened.";
            case POOL_IDLE_TIMEOUT -> "Idleness after which a connection beyond the idle ones that are kept is closed.";
            case POOL_MIN_IDLE ->
                "Idle connections that a pool opens ahead of need; unlimited for as many as it may have.";
            case DB_CONNECTIONS -> "Connections that the database gives to ordinary users.";
            case DB_OTHERS -> "Of them, those that others have taken.";
            case DB_CORES -> "Processors of the database; unlimited when they are never what is short.";
            case DB_ALPHA -> "Speed lost with each further statement at work (α of the contention law).";
            case DB_BETA -> "Speed lost with each statement beyond the processors (β of the contention law).";
            case DB_CLIFF -> "Statements at work beyond which memory runs out, and each further one costs ten times β.";
            case DB_SLOW -> "How many times slower the database is than it should be.";
            case DB_CONNECT_CPU -> "Processor time of the database that opening a connection costs.";
            case DB_LOCK -> "Share of the calls that change one and the same row and hold its lock.";
            case DB_NOTICE ->
                "Time until a statement whose client has gone notices it; unlimited when it works to its end.";
        };
    }
}
