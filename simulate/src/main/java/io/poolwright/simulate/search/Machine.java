package io.poolwright.simulate.search;

import io.poolwright.simulate.Run;
import io.poolwright.simulate.Setup;
import io.poolwright.simulate.StackModel;
import io.poolwright.simulate.run.StackRun;

/** What makes a run of a model. The stack machine does; a test may hand in a simpler one. */
public interface Machine {
    /** The product's own. */
    Machine STACK = new Machine() {
        @Override
        public Run total(StackModel model, Setup setup) {
            return StackRun.total(model, setup);
        }

        @Override
        public Run withSeconds(StackModel model, Setup setup) {
            return StackRun.withSeconds(model, setup);
        }
    };

    /** A run without its single seconds. */
    Run total(StackModel model, Setup setup);

    /** The same run with its single seconds. */
    Run withSeconds(StackModel model, Setup setup);
}
