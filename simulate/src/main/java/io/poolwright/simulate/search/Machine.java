package io.poolwright.simulate.search;

import io.poolwright.simulate.Run;
import io.poolwright.simulate.Setup;
import io.poolwright.simulate.StackModel;
import io.poolwright.simulate.Window;
import io.poolwright.simulate.run.StackRun;
import java.util.function.Predicate;

/** What makes a run of a model. The stack machine does; a test may hand in a simpler one. */
public interface Machine {
    /** The product's own. */
    Machine STACK = new Machine() {
        @Override
        public Run total(StackModel model, Setup setup) {
            return StackRun.total(model, setup);
        }

        @Override
        public Run seconds(StackModel model, Setup setup, Predicate<Window> more) {
            return StackRun.withSeconds(model, setup, more);
        }
    };

    /** A run without its single seconds. */
    Run total(StackModel model, Setup setup);

    /**
     * The same run, second after second.
     *
     * @param more shown each second, those of the warm-up included; false ends the run there
     */
    Run seconds(StackModel model, Setup setup, Predicate<Window> more);
}
