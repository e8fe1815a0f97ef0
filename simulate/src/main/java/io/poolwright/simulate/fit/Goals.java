package io.poolwright.simulate.fit;

import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import io.poolwright.simulate.Goal;
import java.time.Duration;

/** What customers are promised, as {@code poolwright.yaml} says it. */
public final class Goals {
    private Goals() {}

    /** The goal of a stack; what is not written is as in {@link Goal#USUAL}. */
    public static Goal of(Stack stack) {
        double good = stack.declared()
                .find("goal.good")
                .map(setting -> ((Number) setting.get()).doubleValue() / 100)
                .orElse(Goal.USUAL.goodShare());
        if (!(good > 0 && good <= 1)) {
            throw new FitException("%s: found goal.good %s; accepted: per cent above 0, up to 100"
                    .formatted(stack.declared().find("goal.good").orElseThrow().source(), 100 * good));
        }
        return new Goal(
                seconds(stack, "goal.limit", Goal.USUAL.limit()),
                99,
                seconds(stack, "goal.p99", Goal.USUAL.tail()),
                good);
    }

    private static double seconds(Stack stack, String key, double usual) {
        Setting<Duration> written = stack.declared().duration(key);
        return written.isKnown() ? Facts.seconds(written.get()) : usual;
    }
}
