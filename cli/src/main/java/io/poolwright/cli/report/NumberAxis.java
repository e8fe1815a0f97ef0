package io.poolwright.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * A horizontal axis of numbers: a load, a size.
 *
 * @param title what it counts, with its unit
 * @param low value at the left
 * @param high value at the right; more than {@code low}
 * @param log whether factors are equally wide
 * @param label how a value is written
 * @param marks what is marked; marks beyond an end are left out
 * @param stretches that stand out from the rest
 */
public record NumberAxis(
        String title,
        double low,
        double high,
        boolean log,
        DoubleFunction<String> label,
        List<Sign> marks,
        List<Band> stretches)
        implements Across {
    public NumberAxis {
        marks = List.copyOf(marks);
        stretches = List.copyOf(stretches);
        if (!(low < high) || (log && low <= 0)) {
            throw new IllegalArgumentException("an axis from %s to %s".formatted(low, high));
        }
    }

    @Override
    public double place(double at) {
        return log ? Math.log(at / low) / Math.log(high / low) : (at - low) / (high - low);
    }

    @Override
    public List<Tick> ticks(int most) {
        return log ? doubling(most) : even(most);
    }

    private List<Tick> even(int most) {
        double step = Axis.step((high - low) / Math.max(1, most));
        List<Tick> ticks = new ArrayList<>();
        for (double at = Math.ceil(low / step) * step; at <= high + step * 1e-6; at += step) {
            ticks.add(tick(at));
        }
        return List.copyOf(ticks);
    }

    private List<Tick> doubling(int most) {
        int doublings = (int) Math.ceil(Math.log(high / low) / Math.log(2));
        int by = Math.max(1, (int) Math.ceil((doublings + 1) / (double) most));
        List<Tick> ticks = new ArrayList<>();
        for (double at = low; at <= high * 1.0001; at *= Math.pow(2, by)) {
            ticks.add(tick(at));
        }
        return List.copyOf(ticks);
    }

    private Tick tick(double at) {
        return new Tick(at, List.of(label.apply(at)));
    }

    @Override
    public List<Band> bands() {
        List<Band> bands = new ArrayList<>();
        double from = low;
        for (Band stretch : stretches) {
            bands.add(new Band(from, stretch.from(), ""));
            bands.add(stretch);
            from = stretch.to();
        }
        bands.add(new Band(from, high, ""));
        return List.copyOf(bands);
    }

    @Override
    public List<Sign> signs() {
        return marks.stream()
                .filter(sign -> sign.at() >= low && sign.at() <= high)
                .toList();
    }

    @Override
    public List<Table.Column> columns() {
        return List.of(Table.Column.number(title));
    }

    @Override
    public List<String> cells(double at) {
        return List.of(label.apply(at));
    }

    @Override
    public String rows() {
        return "each run";
    }
}
