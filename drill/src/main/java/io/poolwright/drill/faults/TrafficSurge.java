package io.poolwright.drill.faults;

import io.poolwright.drill.Load;
import io.poolwright.drill.RunningStack;

/** More customers than two pools of twenty can serve, which is about 1050 checkouts a second. */
public final class TrafficSurge implements Fault {

    @Override
    public String id() {
        return "traffic-surge";
    }

    @Override
    public String title() {
        return "customers come six times as fast";
    }

    @Override
    public String expectedCause() {
        return "traffic-surge";
    }

    @Override
    public void apply(RunningStack stack, Load load) {
        load.rate(1300);
    }

    @Override
    public void revert(RunningStack stack, Load load) {
        load.rate(rate());
    }
}
