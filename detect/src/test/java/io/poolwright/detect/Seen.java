package io.poolwright.detect;

import io.poolwright.model.Tick;
import io.poolwright.testkit.Second;
import io.poolwright.testkit.StackSeries;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a detector is shown: ten healthy seconds as reference, then some seconds of a state. */
final class Seen {
    private static final int HEALTHY = 11;

    private Seen() {}

    /** The frames of a series. */
    static Window of(StackSeries series) {
        List<Tick> ticks = series.ticks();
        return new Window(IntStream.range(1, ticks.size())
                .mapToObj(i -> Frames.between(ticks.get(i - 1), ticks.get(i)))
                .toList());
    }

    /** What a detector says after so many seconds of a state. */
    static Optional<String> after(int seconds, Second state, Detector detector) {
        return after(seconds, Second.healthy(), state, detector);
    }

    /** The same, with another state before it. */
    static Optional<String> after(int seconds, Second before, Second state, Detector detector) {
        Window all = of(StackSeries.of(HEALTHY, before).then(seconds, state));
        return detector.look(all, new Window(all.frames().subList(0, HEALTHY - 1)));
    }
}
