package io.poolwright.simulate.plan;

import io.poolwright.simulate.Goal;
import io.poolwright.simulate.Parameter;
import io.poolwright.simulate.search.Estimate;
import io.poolwright.simulate.search.Numbers;
import io.poolwright.simulate.search.Outcome;
import java.util.ArrayList;
import java.util.List;

/** When a step is to be taken back: what the prediction rules out, by the names that metrics are published under. */
final class Rollbacks {
    /** Long enough that chance is over, in seconds. */
    private static final double HOLD = 120;
    /** A prediction is passed when what is seen is above its interval by this factor. */
    private static final double MARGIN = 1.25;

    private Rollbacks() {}

    static List<Rollback> of(Parameter parameter, Outcome predicted, Goal goal) {
        List<Rollback> rollbacks = new ArrayList<>();
        double errors = Math.max(high(predicted.errors(), 1) * MARGIN, 1 - goal.goodShare());
        rollbacks.add(rollback(
                "http.server.request.duration (share of answers with status 5xx)", errors, Numbers.percent(errors)));
        predicted.p99().ifPresent(p99 -> {
            double tail = Math.max(high(p99, 2) * MARGIN, goal.tail());
            rollbacks.add(rollback("http.server.request.duration (99th percentile)", tail, Numbers.seconds(tail)));
        });
        if (parameter.id().startsWith("lb.")) {
            double queue = Math.max(10, high(predicted.balancerQueue(), 2) * 2);
            rollbacks.add(rollback("haproxy_backend_current_queue", Math.ceil(queue), Numbers.plain(Math.ceil(queue))));
        } else {
            double timeouts = Math.max(0.1, high(predicted.timeouts(), 2) * 2);
            rollbacks.add(rollback(
                    "db.client.connection.timeouts (a second)", timeouts, Numbers.plain(timeouts) + " a second"));
        }
        if (parameter == Parameter.POOL_MAX || parameter == Parameter.POOL_SOCKET_TIMEOUT) {
            double backends = Math.ceil(high(predicted.backends(), 1.5) * 1.1) + 2;
            rollbacks.add(rollback("pg_stat_activity_count (all states)", backends, Numbers.plain(backends)));
        }
        return List.copyOf(rollbacks);
    }

    private static Rollback rollback(String metric, double above, String said) {
        return new Rollback(
                metric,
                above,
                HOLD,
                "take it back when %s stays above %s for %s".formatted(metric, said, Numbers.seconds(HOLD)));
    }

    /** Upper end of the interval; so many times the mean when there is none. */
    private static double high(Estimate estimate, double factor) {
        return estimate.bounded() ? estimate.high() : factor * estimate.mean();
    }
}
