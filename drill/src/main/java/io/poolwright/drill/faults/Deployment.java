package io.poolwright.drill.faults;

import io.poolwright.drill.RunningStack;
import java.util.Map;

/** Changed configuration, brought out by a rolling redeploy unless it is out already. */
final class Deployment {
    private Deployment() {}

    /** Whether every instance has those properties. */
    static boolean isOut(RunningStack stack, Map<String, String> properties) {
        return properties.entrySet().stream()
                .allMatch(property -> stack.property(property.getKey()).equals(property.getValue()));
    }

    /** Brings it out. */
    static void of(RunningStack stack, Map<String, String> properties) {
        of(stack, properties, () -> {});
    }

    /** Brings it out; {@code firstServes} is told when the first new instance takes traffic, or at once when all do. */
    static void of(RunningStack stack, Map<String, String> properties, Runnable firstServes) {
        if (isOut(stack, properties)) {
            firstServes.run();
        } else {
            stack.redeploy(properties, stack.nextVersion(), firstServes);
        }
    }
}
