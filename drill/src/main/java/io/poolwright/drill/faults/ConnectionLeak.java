package io.poolwright.drill.faults;

import io.poolwright.drill.Load;
import io.poolwright.drill.RunningStack;

/** The code of the shop forgets to close a connection now and then, until no pool has any left. */
public final class ConnectionLeak implements Fault {

    @Override
    public String id() {
        return "connection-leak";
    }

    @Override
    public String title() {
        return "three requests of two hundred never give their database connection back";
    }

    @Override
    public String expectedCause() {
        return "connection-leak";
    }

    @Override
    public void apply(RunningStack stack, Load load) {
        stack.behaviour(now -> now.withLeak(0.015));
    }

    @Override
    public void revert(RunningStack stack, Load load) {
        stack.behaviour(now -> now.withLeak(0));
        stack.releaseLeaked();
    }
}
