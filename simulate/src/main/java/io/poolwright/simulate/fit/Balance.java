package io.poolwright.simulate.fit;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether figures that Little's law ties together agree; else one of them, or the pool, is not what it seems.
 *
 * @param warnings a sentence each
 * @param refusals likewise: nothing should be concluded
 */
record Balance(List<String> warnings, List<String> refusals) {
    private static final double WARN = 0.05;
    private static final double ABSTAIN = 0.10;
    /** Both sides are estimates: only what is this many standard errors apart is a difference. */
    private static final double ERRORS = 3;
    /** What leaks is at least one connection of each pool; looks that keep step with the arrivals see half of one too many. */
    private static final double WHOLE = 1;

    static Balance of(Estimates estimates, Samples samples, double instances) {
        Balance balance = new Balance(new ArrayList<>(), new ArrayList<>());
        balance.judge(
                estimates.usedRatio() - 1,
                samples.error(Estimates::usedRatio),
                Math.abs(estimates.used() - estimates.little()) >= WHOLE * Math.max(1, instances),
                "connections in use differ by %.0f %% from rate times use time: connections leak, or a figure is wrong");
        balance.judge(
                estimates.pendingExcess(),
                samples.error(Estimates::pendingExcess),
                true,
                "callers waiting differ by %.0f %% of the connections in use from rate times wait time: a figure is wrong");
        return balance;
    }

    private void judge(double off, double error, boolean whole, String sentence) {
        double size = Math.abs(off);
        if (size > WARN && size > ERRORS * error) {
            (size > ABSTAIN && whole ? refusals : warnings).add(sentence.formatted(100 * off));
        }
    }
}
