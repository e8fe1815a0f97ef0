package io.poolwright.simulate.run;

import io.poolwright.simulate.Run;
import io.poolwright.simulate.Setup;
import io.poolwright.simulate.StackModel;
import io.poolwright.simulate.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** One run of a model. The same model and setup give the same run, bit for bit. */
public final class StackRun {
    private StackRun() {}

    /**
     * The whole of it, without its single seconds. Memory does not grow with simulated time.
     *
     * @throws io.poolwright.simulate.ImpossibleParameterException when the model contradicts itself
     */
    public static Run total(StackModel model, Setup setup) {
        Machine machine = new Machine(model.checked(), setup, false);
        machine.runTo(setup.warmUp());
        machine.tally.latency.clear();
        machine.tally.useTime.clear();
        Reading start = machine.reading();
        machine.runTo(setup.warmUp() + setup.seconds());
        return new Run(setup, List.of(), total(machine, start), machine.engine.happened());
    }

    /** The whole of it and each of its seconds, those of the warm-up included. */
    public static Run withSeconds(StackModel model, Setup setup) {
        List<Window> seconds = new ArrayList<>();
        return withSeconds(model, setup, second -> {
                    seconds.add(second);
                    return true;
                })
                .inSeconds(seconds);
    }

    /**
     * Second after second, as long as somebody wants to see more.
     *
     * @param more shown each second, those of the warm-up included; false ends the run there
     * @return the run without its seconds; its total ends where the run did
     */
    public static Run withSeconds(StackModel model, Setup setup, Predicate<Window> more) {
        Machine machine = new Machine(model.checked(), setup, true);
        Reading start = machine.reading();
        Reading last = start;
        double end = setup.warmUp() + setup.seconds();
        boolean warm = setup.warmUp() == 0;
        boolean goesOn = true;
        while (goesOn && machine.engine.now() < end) {
            double now = machine.engine.now();
            double next = Math.min(warm ? end : setup.warmUp(), Math.floor(now) + 1);
            machine.runTo(next);
            Reading reading = machine.reading();
            goesOn = more.test(last.to(reading, machine.tally.secondLatency, machine.tally.secondUseTime));
            machine.tally.secondLatency.clear();
            machine.tally.secondUseTime.clear();
            last = reading;
            if (!warm && next >= setup.warmUp()) {
                warm = true;
                start = reading;
                machine.tally.latency.clear();
                machine.tally.useTime.clear();
            }
        }
        return new Run(setup, List.of(), total(machine, start), machine.engine.happened());
    }

    private static Window total(Machine machine, Reading start) {
        return start.to(machine.reading(), machine.tally.latency, machine.tally.useTime);
    }
}
