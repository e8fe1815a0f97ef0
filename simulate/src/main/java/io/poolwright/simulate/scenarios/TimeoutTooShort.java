package io.poolwright.simulate.scenarios;

import io.poolwright.simulate.Goal;
import io.poolwright.simulate.Parameter;
import io.poolwright.simulate.StackModel;
import java.util.List;

/** The driver gives up on queries that the database goes on with, until those that nobody waits for leave no room for the others. */
final class TimeoutTooShort {
    private TimeoutTooShort() {}

    static Scenario scenario() {
        StackModel sound = BaseStack.model();
        return new Scenario(
                "timeout-too-short",
                "Driver's socket timeout too short",
                "The socket timeout was set to 50 ms, which three in a hundred queries need even on an idle database. Each query that "
                        + "is cut off works on as a zombie, slows down all others, and so has more of them cut off.",
                sound,
                sound.with(Parameter.POOL_SOCKET_TIMEOUT, 0.05),
                BaseStack.SETUP,
                Goal.USUAL,
                BaseStack.GRID,
                List.of(Parameter.POOL_SOCKET_TIMEOUT));
    }
}
