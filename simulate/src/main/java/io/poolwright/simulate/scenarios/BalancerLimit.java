package io.poolwright.simulate.scenarios;

import io.poolwright.simulate.Goal;
import io.poolwright.simulate.Parameter;
import io.poolwright.simulate.StackModel;
import java.util.List;

/** The balancer lets fewer requests through than there are on their way at any moment, while the database idles behind it. */
final class BalancerLimit {
    private BalancerLimit() {}

    static Scenario scenario() {
        StackModel sound = BaseStack.model();
        return new Scenario(
                "balancer-limit",
                "Balancer lets too few requests through",
                "The balancer's maxconn was set to 6. At 400 requests/s that each need 16 ms there are 6.4 on their way on average, and "
                        + "6 places are too few: the queue grows without end, and the database behind it has little to do.",
                sound,
                sound.with(Parameter.LB_MAXCONN, 6),
                BaseStack.SETUP,
                Goal.USUAL,
                BaseStack.GRID,
                List.of(Parameter.LB_MAXCONN));
    }
}
