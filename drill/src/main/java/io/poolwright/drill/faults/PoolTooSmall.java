package io.poolwright.drill.faults;

import io.poolwright.drill.Load;
import io.poolwright.drill.RunningStack;

/** Every connection pool shrinks while it runs, from 20 to 2. */
public final class PoolTooSmall implements Fault {

    @Override
    public String id() {
        return "pool-too-small";
    }

    @Override
    public String title() {
        return "each instance may open two database connections, not twenty";
    }

    @Override
    public String expectedCause() {
        return "pool-too-small";
    }

    @Override
    public void apply(RunningStack stack, Load load) {
        stack.pool(2, 2);
    }

    @Override
    public void revert(RunningStack stack, Load load) {
        stack.pool(20, 20);
    }
}
