package io.poolwright.drill.faults;

import io.poolwright.drill.Load;
import io.poolwright.drill.RunningStack;

/** Every transaction updates one hot row first and holds its lock to the end: checkouts go one at a time. */
public final class RowLock implements Fault {

    @Override
    public String id() {
        return "row-lock";
    }

    @Override
    public String title() {
        return "every checkout locks the same product before its query";
    }

    @Override
    public String expectedCause() {
        return "lock-contention";
    }

    @Override
    public void apply(RunningStack stack, Load load) {
        stack.behaviour(now -> now.withHotRow(true));
    }

    @Override
    public void revert(RunningStack stack, Load load) {
        stack.behaviour(now -> now.withHotRow(false));
    }
}
