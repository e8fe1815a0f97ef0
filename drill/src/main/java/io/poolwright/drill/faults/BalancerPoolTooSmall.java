package io.poolwright.drill.faults;

import io.poolwright.drill.Load;
import io.poolwright.drill.RunningStack;

/** The balancer's pool towards each instance shrinks: two servers of two slots and 33 ms carry 119 of 200 requests/s. */
public final class BalancerPoolTooSmall implements Fault {

    @Override
    public String id() {
        return "balancer-pool-too-small";
    }

    @Override
    public String title() {
        return "the load balancer sends each instance two requests at once, not fifty";
    }

    @Override
    public String expectedCause() {
        return "lb-pool-too-small";
    }

    @Override
    public void apply(RunningStack stack, Load load) {
        ServerLimit.set(stack, 2);
    }

    @Override
    public void revert(RunningStack stack, Load load) {
        ServerLimit.set(stack, ServerLimit.HEALTHY);
    }
}
