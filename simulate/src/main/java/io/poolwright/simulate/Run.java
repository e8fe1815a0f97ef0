package io.poolwright.simulate;

import java.util.List;
import java.util.Objects;

/**
 * What came of one run.
 *
 * @param setup how it was made
 * @param seconds its seconds in order of time, warm-up included; empty when they were not asked for
 * @param total all of it after the warm-up
 * @param events that the engine handled, warm-up included
 */
public record Run(Setup setup, List<Window> seconds, Window total, long events) {
    public Run {
        Objects.requireNonNull(setup, "setup");
        Objects.requireNonNull(total, "total");
        seconds = List.copyOf(seconds);
    }

    /** The same run, with its seconds. */
    public Run inSeconds(List<Window> all) {
        return new Run(setup, all, total, events);
    }
}
