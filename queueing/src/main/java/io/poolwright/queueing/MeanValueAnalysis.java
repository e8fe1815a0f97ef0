package io.poolwright.queueing;

import java.util.ArrayList;
import java.util.List;

/**
 * A closed network of single-server stations, solved exactly: so many users who think, then visit the stations, and think again.
 *
 * <p>R(i) = D(i)(1 + Q(i) with one user less), X = n/(Z + ΣR), Q(i) = X·R(i), from no user up. Needs exponential service or
 * processor sharing. Source: M. Reiser and S. Lavenberg, Journal of the ACM 27 (1980).
 *
 * @param throughput X: turns finished, in 1/s
 * @param responseTime ΣR, in seconds: a turn without its thinking
 * @param populations mean number at each station, in the order given
 */
public record MeanValueAnalysis(double throughput, double responseTime, List<Double> populations) {
    /** Keeps its own copy of the populations. */
    public MeanValueAnalysis {
        populations = List.copyOf(populations);
    }

    /**
     * The network in the long run.
     *
     * @param users n; at least 1
     * @param thinkTime Z, in seconds
     * @param demands D for each station: visits in a turn × service time, in seconds; at least one of them
     */
    public static MeanValueAnalysis of(int users, double thinkTime, double... demands) {
        Given.atLeast(1, "users", users);
        Given.notNegative("thinkTime", thinkTime);
        if (demands.length == 0) {
            throw new IllegalArgumentException("no stations: give the demand of at least one");
        }
        for (int station = 0; station < demands.length; station++) {
            Given.positive("demand of station " + (station + 1), demands[station]);
        }
        double[] queues = new double[demands.length];
        double throughput = 0;
        double response = 0;
        for (int n = 1; n <= users; n++) {
            response = 0;
            for (int station = 0; station < demands.length; station++) {
                response += demands[station] * (1 + queues[station]);
            }
            throughput = n / (thinkTime + response);
            for (int station = 0; station < demands.length; station++) {
                queues[station] = throughput * demands[station] * (1 + queues[station]);
            }
        }
        List<Double> populations = new ArrayList<>();
        for (double queue : queues) {
            populations.add(queue);
        }
        return new MeanValueAnalysis(throughput, response, populations);
    }
}
