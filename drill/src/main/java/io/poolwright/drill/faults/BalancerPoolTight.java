package io.poolwright.drill.faults;

import io.poolwright.drill.Load;
import io.poolwright.drill.RunningStack;

/** The balancer's pool towards each instance is just large enough: everybody waits, nobody fails. */
public final class BalancerPoolTight implements Fault {

    @Override
    public String id() {
        return "balancer-pool-tight";
    }

    @Override
    public String title() {
        return "the load balancer sends each instance four requests at once, not fifty";
    }

    @Override
    public String expectedCause() {
        return "lb-pool-too-small";
    }

    @Override
    public void apply(RunningStack stack, Load load) {
        ServerLimit.set(stack, 4);
    }

    @Override
    public void revert(RunningStack stack, Load load) {
        ServerLimit.set(stack, ServerLimit.HEALTHY);
    }
}
