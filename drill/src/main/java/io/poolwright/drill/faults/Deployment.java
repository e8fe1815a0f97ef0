package io.poolwright.drill.faults;

import io.poolwright.drill.RunningStack;
import java.util.Map;

/** Changed configuration, brought out by a rolling redeploy unless it is out already. */
final class Deployment {
    private Deployment() {}

    /** Whether it had to be brought out. */
    static boolean of(RunningStack stack, Map<String, String> properties) {
        return of(stack, properties, () -> {});
    }

    /** The same; {@code firstServes} is told when the first new instance takes traffic, or at once when all do already. */
    static boolean of(RunningStack stack, Map<String, String> properties, Runnable firstServes) {
        boolean deployed = properties.entrySet().stream()
                .allMatch(property -> stack.property(property.getKey()).equals(property.getValue()));
        if (!deployed) {
            stack.redeploy(properties, stack.nextVersion(), firstServes);
        } else {
            firstServes.run();
        }
        return !deployed;
    }
}
