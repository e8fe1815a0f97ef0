package io.poolwright.diagnose.hypotheses;

import io.poolwright.diagnose.Hypothesis;
import java.util.List;

/**
 * Every hypothesis, innermost tier first.
 *
 * <p>The order decides between two that both hold: whatever saturates further in also fills what stands in front of it, so
 * the innermost is the cause and the others contribute.
 */
public final class Hypotheses {
    private static final List<Hypothesis> ALL = List.of(
            new SocketTimeoutTooShort(),
            new ServerIdleKill(),
            new LockContention(),
            new SlowQuery(),
            new ConnectionLeak(),
            new RetryStorm(),
            new TrafficSurge(),
            new AppCpu(),
            new PoolTooSmall(),
            new LbPoolTooSmall(),
            new ServerOverload(),
            new RecentDeployment());

    private Hypotheses() {}

    /** All of them. */
    public static List<Hypothesis> all() {
        return ALL;
    }
}
