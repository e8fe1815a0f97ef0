package io.poolwright.cli.report;

import io.poolwright.detect.Say;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The horizontal axis of a run that took place nowhere but in a model: its seconds, without a date.
 *
 * @param seconds its length
 * @param bands stretches in which something was different
 * @param signs moments that are marked
 */
public record RunAxis(double seconds, List<Band> bands, List<Sign> signs) implements Across {
    public RunAxis {
        bands = List.copyOf(bands);
        signs = List.copyOf(signs);
    }

    @Override
    public double place(double at) {
        return at / seconds;
    }

    @Override
    public List<Tick> ticks(int most) {
        double step = TimeAxis.step(seconds, most);
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i * step <= seconds; i++) {
            ticks.add(new Tick(i * step, List.of(String.format(Locale.ROOT, "%.0f s", i * step))));
        }
        return List.copyOf(ticks);
    }

    @Override
    public String title() {
        return "";
    }

    @Override
    public List<Table.Column> columns() {
        return List.of(Table.Column.number("Second"));
    }

    @Override
    public List<String> cells(double at) {
        return List.of(Say.number(at));
    }

    @Override
    public String rows() {
        return "every second";
    }
}
