package io.poolwright.simulate.scenarios;

import io.poolwright.simulate.Goal;
import io.poolwright.simulate.Parameter;
import io.poolwright.simulate.StackModel;
import java.util.List;

/** Ten slow seconds start a storm of retries that keeps the stack down long after the database is well again. */
final class RetryStorm {
    private RetryStorm() {}

    static Scenario scenario() {
        StackModel sound = BaseStack.model();
        return new Scenario(
                "retry-storm",
                "Retry storm that outlives its cause",
                "The database was three times slower for ten seconds, 30 s after the start. Every request was then tried four times, "
                        + "1,600 attempts/s against a capacity of 533/s, and nothing brings the attempts down again.",
                sound,
                sound.during(Parameter.DB_SLOW, 3, 30, 10),
                BaseStack.SETUP,
                Goal.USUAL,
                BaseStack.GRID,
                List.of());
    }
}
