package io.poolwright.drill.faults;

import io.poolwright.drill.Load;
import io.poolwright.drill.RunningStack;

/** One way of taking a stack down, and of putting it right. Both may be done twice without harm. */
public interface Fault {

    /** Its class name in kebab case. */
    String id();

    /** What happens, in a few words for people. */
    String title();

    /** Id of the cause that a diagnosis must name. */
    String expectedCause();

    /** Requests a second at which it shows, from before it begins; 200 unless it says otherwise. */
    default double rate() {
        return 200;
    }

    /** Sets the workload that it needs, before the healthy phase is measured. */
    default void prepare(RunningStack stack, Load load) {}

    /**
     * Brings it about.
     *
     * @param onset told when it begins to take effect: at once, unless it is rolled out
     */
    default void apply(RunningStack stack, Load load, Runnable onset) {
        onset.run();
        apply(stack, load);
    }

    /** Brings it about. */
    void apply(RunningStack stack, Load load);

    /** Puts it right. */
    void revert(RunningStack stack, Load load);
}
