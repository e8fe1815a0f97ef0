package io.poolwright.cli.report.simulate;

import io.poolwright.detect.Say;
import io.poolwright.simulate.Goal;
import io.poolwright.simulate.search.Numbers;
import io.poolwright.simulate.search.Regime;

/** Words that all forms of these reports share. */
final class Words {
    private Words() {}

    static String regime(Regime regime) {
        return switch (regime) {
            case STABLE -> "stable: it carries this load, and gets over a short shock";
            case VULNERABLE -> "vulnerable: it carries this load, but a short shock can leave it down";
            case METASTABLE -> "metastable: it could carry this load, but what happened keeps it down";
            case COLLAPSED -> "collapsed: it does not carry this load";
        };
    }

    static String goal(Goal goal) {
        return "%s answered well, which is within %s; p%s at most %s"
                .formatted(
                        share(goal.goodShare()),
                        Say.time(goal.limit()),
                        Numbers.plain(goal.percent()),
                        Say.time(goal.tail()));
    }

    private static String share(double share) {
        return Numbers.plain(share * 100) + " %";
    }

    static String count(int number, String noun) {
        return number == 1 ? "1 " + noun : number + " " + noun + "s";
    }
}
