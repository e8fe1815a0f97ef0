package io.poolwright.testkit;

import io.poolwright.model.Tick;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/**
 * A run of a whole stack, second by second.
 *
 * @param seconds its states, oldest first
 */
public record StackSeries(List<Second> seconds) {
    /** When every series begins. */
    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    public StackSeries {
        seconds = List.copyOf(seconds);
    }

    /** A series that begins with so many seconds of one state. */
    public static StackSeries of(int count, Second state) {
        return new StackSeries(List.of()).then(count, state);
    }

    /** This series, and so many seconds of one state after it. */
    public StackSeries then(int count, Second state) {
        return then(count, second -> state);
    }

    /** This series, and so many seconds after it, each made from its number in this phase, from 0. */
    public StackSeries then(int count, IntFunction<Second> phase) {
        List<Second> longer = new ArrayList<>(seconds);
        for (int i = 0; i < count; i++) {
            longer.add(phase.apply(i));
        }
        return new StackSeries(longer);
    }

    /** This series with every second changed in the same way. */
    public StackSeries each(UnaryOperator<Second> change) {
        return new StackSeries(seconds.stream().map(change).toList());
    }

    /** What a reader sees of it, each number exactly as it was said. */
    public List<Tick> ticks() {
        return ticks(Noise.NONE);
    }

    /** What a reader sees of it on a real machine, where no two seconds are alike. */
    public List<Tick> shaken(long seed) {
        return ticks(Noise.from(new SplittableRandom(seed)));
    }

    private List<Tick> ticks(Noise noise) {
        TickBuilder builder = new TickBuilder(START, noise);
        return seconds.stream().map(builder::next).toList();
    }
}
