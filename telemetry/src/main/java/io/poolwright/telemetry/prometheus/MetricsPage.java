package io.poolwright.telemetry.prometheus;

import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ObjDoubleConsumer;

/**
 * The samples of one metrics page, in the order of the page.
 *
 * <p>Labels in a question are pairs, name then value; a series with further labels matches too.
 */
public final class MetricsPage {
    private final Series[] series;
    private final double[] values;
    private final int size;
    private final int beyond;

    /** Takes ownership of the arrays. */
    MetricsPage(Series[] series, double[] values, int size, int beyond) {
        this.beyond = beyond;
        this.series = series;
        this.values = values;
        this.size = size;
    }

    /** Samples that were put together elsewhere; both lists are as long, and no series is in there twice. */
    public static MetricsPage of(List<Series> series, double[] values) {
        if (series.size() != values.length) {
            throw new IllegalArgumentException("%d series, %d values".formatted(series.size(), values.length));
        }
        return new MetricsPage(series.toArray(new Series[0]), values.clone(), values.length, 0);
    }

    /** How many series of the page were left out for the reader's limits (count). */
    public int beyond() {
        return beyond;
    }

    /** How many samples were read (count). */
    public int size() {
        return size;
    }

    /** The series of the sample at a place on the page, counted from 0. */
    public Series series(int place) {
        return series[checked(place)];
    }

    /** The value of the sample at a place on the page, counted from 0, in the unit of its name. */
    public double value(int place) {
        return values[checked(place)];
    }

    /** Whether any series has that name. */
    public boolean has(String name) {
        for (int i = 0; i < size; i++) {
            if (series[i].name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** The value of the one series that matches; empty when none does, and when several do, for any pick is a guess. */
    public OptionalDouble gauge(String name, String... labels) {
        inPairs(labels);
        int found = -1;
        for (int i = 0; i < size; i++) {
            if (series[i].matches(name, labels)) {
                if (found >= 0) {
                    return OptionalDouble.empty();
                }
                found = i;
            }
        }
        return found < 0 ? OptionalDouble.empty() : OptionalDouble.of(values[found]);
    }

    /** The sum over every series that matches; empty when none does. */
    public OptionalDouble sum(String name, String... labels) {
        inPairs(labels);
        double sum = 0;
        boolean any = false;
        for (int i = 0; i < size; i++) {
            if (series[i].matches(name, labels)) {
                sum += values[i];
                any = true;
            }
        }
        return any ? OptionalDouble.of(sum) : OptionalDouble.empty();
    }

    /** The values that a label takes on the series of that name, sorted. */
    public SortedSet<String> labelValues(String name, String label) {
        SortedSet<String> found = new TreeSet<>();
        for (int i = 0; i < size; i++) {
            String value = series[i].name().equals(name) ? series[i].labels().get(label) : null;
            if (value != null) {
                found.add(value);
            }
        }
        return found;
    }

    /** Hands over every sample in the order of the page. */
    public void forEach(ObjDoubleConsumer<Series> reader) {
        for (int i = 0; i < size; i++) {
            reader.accept(series[i], values[i]);
        }
    }

    private int checked(int place) {
        if (place < 0 || place >= size) {
            throw new IndexOutOfBoundsException("sample %d of %d".formatted(place, size));
        }
        return place;
    }

    private static void inPairs(String... labels) {
        if (labels.length % 2 != 0) {
            throw new IllegalArgumentException("labels come in pairs, name then value; had " + labels.length);
        }
    }
}
