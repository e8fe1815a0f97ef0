package io.poolwright.simulate.run;

import io.poolwright.simulate.Run;
import io.poolwright.simulate.Setup;
import io.poolwright.simulate.StackModel;
import io.poolwright.simulate.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** One run of a model. */
public final class StackRun {
    private StackRun() {}

    /** The whole of it, without its single seconds. */
    public static Run total(StackModel model, Setup setup) {
        return run(model, setup, List.of(), second -> {});
    }

    /** The whole of it and each of its seconds. */
    public static Run withSeconds(StackModel model, Setup setup) {
        List<Window> seconds = new ArrayList<>();
        return run(model, setup, seconds, seconds::add);
    }

    private static Run run(StackModel model, Setup setup, List<Window> seconds, Consumer<Window> listener) {
        throw new IllegalStateException(
                "the machine is not built yet: " + model.checked() + setup + seconds + listener);
    }
}
