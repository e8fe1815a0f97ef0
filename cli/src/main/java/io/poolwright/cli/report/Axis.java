package io.poolwright.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * A vertical axis.
 *
 * @param low value at the foot
 * @param high value at the top
 * @param log whether decades are equally tall
 * @param ticks values with a line
 * @param label how a value is written
 */
public record Axis(double low, double high, boolean log, List<Double> ticks, DoubleFunction<String> label) {
    private static final int STEPS = 5;

    public Axis {
        ticks = List.copyOf(ticks);
    }

    /** An axis over values from low (zero, or below it) to at least high, in round steps. */
    public static Axis linear(double low, double high, DoubleFunction<String> label) {
        double step = step(Math.max(high - low, 1) / STEPS);
        double foot = Math.floor(low / step) * step;
        double top = Math.max(Math.ceil(high / step) * step, foot + step);
        List<Double> ticks = new ArrayList<>();
        for (int i = 0; foot + i * step <= top + step / 2; i++) {
            ticks.add(foot + i * step);
        }
        return new Axis(foot, top, false, ticks, label);
    }

    /** An axis from low to high in steps of this size. */
    public static Axis linear(double low, double high, DoubleFunction<String> label, double step) {
        List<Double> ticks = new ArrayList<>();
        for (int i = 0; low + i * step <= high + step / 2; i++) {
            ticks.add(low + i * step);
        }
        return new Axis(low, high, false, ticks, label);
    }

    /** An axis over whole decades around values above zero. */
    public static Axis decades(double low, double high, DoubleFunction<String> label) {
        int foot = (int) Math.floor(Math.log10(low));
        int top = Math.max(foot + 1, (int) Math.ceil(Math.log10(high)));
        List<Double> ticks = new ArrayList<>();
        for (int decade = foot; decade <= top; decade++) {
            ticks.add(Math.pow(10, decade));
        }
        return new Axis(ticks.get(0), ticks.get(ticks.size() - 1), true, ticks, label);
    }

    /** The smallest of 1, 2, 5, 10, 20, … that is no smaller than a rough step. */
    static double step(double rough) {
        double decade = Math.pow(10, Math.floor(Math.log10(rough)));
        for (int factor : new int[] {1, 2, 5}) {
            if (factor * decade >= rough * 0.999) {
                return factor * decade;
            }
        }
        return 10 * decade;
    }

    /** How high a value stands, from 0 at the foot to 1 at the top. */
    double height(double value) {
        double share = log ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
        return Math.min(1, Math.max(0, share));
    }
}
