package io.poolwright.drill.faults;

import io.poolwright.drill.Instance;
import io.poolwright.drill.RunningStack;

/** The balancer's limit for each instance that runs. */
final class ServerLimit {
    /** What the stack starts with, in requests. */
    static final int HEALTHY = 50;

    private ServerLimit() {}

    static void set(RunningStack stack, int maxconn) {
        for (Instance instance : stack.instances()) {
            stack.balancer().limit(instance.name(), maxconn);
        }
    }
}
