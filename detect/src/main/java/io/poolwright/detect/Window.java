package io.poolwright.detect;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoublePredicate;
import java.util.stream.DoubleStream;

/**
 * A run of consecutive frames, oldest first, and what can be said about a figure over it.
 *
 * <p>Frames in which the figure is unknown do not count; when it is unknown in all of them, so is the answer.
 *
 * @param frames consecutive frames, oldest first
 */
public record Window(List<Frame> frames) {
    public Window {
        frames = List.copyOf(frames);
    }

    /** The last frames of this window, or all when it has fewer. */
    public Window last(int count) {
        return new Window(frames.subList(Math.max(0, frames.size() - count), frames.size()));
    }

    /** Arithmetic mean. */
    public OptionalDouble mean(Figure figure) {
        return known(figure).average();
    }

    /** Mean of a quotient, weighted by what it is divided by: total over total, never a mean of means. */
    public OptionalDouble ratio(Figure numerator, Figure denominator) {
        double above = 0;
        double below = 0;
        for (Frame frame : frames) {
            OptionalDouble a = numerator.of(frame);
            OptionalDouble b = denominator.of(frame);
            if (a.isPresent() && b.isPresent()) {
                above += a.getAsDouble();
                below += b.getAsDouble();
            }
        }
        return below > 0 ? OptionalDouble.of(above / below) : OptionalDouble.empty();
    }

    /** The median: half of the known values lie on each side. */
    public OptionalDouble median(Figure figure) {
        double[] values = known(figure).sorted().toArray();
        if (values.length == 0) {
            return OptionalDouble.empty();
        }
        int middle = values.length / 2;
        return OptionalDouble.of(values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2);
    }

    /** Smallest value. */
    public OptionalDouble min(Figure figure) {
        return known(figure).min();
    }

    /** Largest value. */
    public OptionalDouble max(Figure figure) {
        return known(figure).max();
    }

    /** Value in the last frame in which it is known. */
    public OptionalDouble latest(Figure figure) {
        double[] values = known(figure).toArray();
        return values.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(values[values.length - 1]);
    }

    /** Value in the first frame in which it is known. */
    public OptionalDouble earliest(Figure figure) {
        return known(figure).findFirst();
    }

    /** Whether the window has at least so many frames and the figure is known and true in the last so many of them. */
    public boolean held(int count, Figure figure, DoublePredicate test) {
        return frames.size() >= count && last(count).frames.stream().allMatch(frame -> is(figure, frame, test));
    }

    /** In how many frames the figure is known and true. */
    public long count(Figure figure, DoublePredicate test) {
        return frames.stream().filter(frame -> is(figure, frame, test)).count();
    }

    private static boolean is(Figure figure, Frame frame, DoublePredicate test) {
        OptionalDouble value = figure.of(frame);
        return value.isPresent() && test.test(value.getAsDouble());
    }

    private DoubleStream known(Figure figure) {
        return frames.stream().map(figure::of).flatMapToDouble(OptionalDouble::stream);
    }

    /** Slope of the least-squares line through a figure's known values, per frame. */
    public OptionalDouble slope(Figure figure) {
        double[] values = known(figure).toArray();
        if (values.length < 2) {
            return OptionalDouble.empty();
        }
        double middle = (values.length - 1) / 2.0;
        double mean = Arrays.stream(values).average().orElseThrow();
        double above = 0;
        double below = 0;
        for (int i = 0; i < values.length; i++) {
            above += (i - middle) * (values[i] - mean);
            below += (i - middle) * (i - middle);
        }
        return OptionalDouble.of(above / below);
    }
}
