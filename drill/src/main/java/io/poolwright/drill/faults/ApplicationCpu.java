package io.poolwright.drill.faults;

import io.poolwright.drill.Load;
import io.poolwright.drill.RunningStack;

/** The shop's own code burns processor time, without holding a connection. */
public final class ApplicationCpu implements Fault {

    @Override
    public String id() {
        return "application-cpu";
    }

    @Override
    public String title() {
        return "every request computes for 10 ms before it asks the database";
    }

    @Override
    public String expectedCause() {
        return "app-cpu";
    }

    @Override
    public void apply(RunningStack stack, Load load) {
        stack.behaviour(now -> now.withBurnMillis(10));
    }

    @Override
    public void revert(RunningStack stack, Load load) {
        stack.behaviour(now -> now.withBurnMillis(0));
    }
}
