package io.poolwright.telemetry.otlp;

import io.poolwright.telemetry.otlp.Point.Kind;
import io.poolwright.telemetry.otlp.Point.Numbers;
import io.poolwright.telemetry.prometheus.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One metric with one set of attributes of one process, as the series that a Prometheus page would have of it. Deltas are
 * added up, so that all counters count from some start.
 */
final class Stream {
    private static final int MOST_BUCKETS = 512;
    private static final long SET_BACK = 600_000_000_000L; // a clock that goes back by more was set

    private final String name;
    private final SortedMap<String, String> labels;

    /** Whether its points say what came since the one before. */
    final boolean delta;

    private List<Series> series = new ArrayList<>();
    private double[] values = {};
    private double[] shape = {};

    /** When its last point was measured, in nanoseconds since 1970. */
    long nanos = Long.MIN_VALUE;

    Stream(Point point) {
        boolean counter = point.kind() != Kind.LEVEL && point.numbers() instanceof Numbers.Value;
        this.name = Translation.name(point.name(), point.unit(), counter);
        this.labels = Translation.labels(point.attributes());
        this.delta = point.kind() == Kind.DELTA;
    }

    /** Whether the point is one that was taken already, or came after a later one. */
    boolean isOld(Point point) {
        return nanos != Long.MIN_VALUE && point.nanos() <= nanos && nanos - point.nanos() < SET_BACK;
    }

    /** Takes a point; false when it makes no sense. */
    boolean take(Point point) {
        Numbers numbers = point.numbers();
        boolean taken = true;
        if (numbers instanceof Numbers.Value value) {
            put(List.of(""), new double[] {value.value()}, new double[0]);
        } else if (numbers instanceof Numbers.Buckets buckets) {
            taken = take(buckets);
        } else if (numbers instanceof Numbers.Quantiles quantiles) {
            take(quantiles);
        } else {
            forget();
        }
        if (taken) {
            nanos = point.nanos();
        }
        return taken;
    }

    /** Adds what is known to a page. */
    void into(List<Series> pageSeries, List<Double> pageValues) {
        for (int i = 0; i < values.length; i++) {
            pageSeries.add(series.get(i));
            pageValues.add(values[i]);
        }
    }

    private boolean take(Numbers.Buckets histogram) {
        int bounds = histogram.bounds().length;
        boolean plain = histogram.counts().length == 0 && bounds == 0;
        if (bounds > MOST_BUCKETS || !(plain || histogram.counts().length == bounds + 1)) {
            return false;
        }
        List<String> suffixes = new ArrayList<>(List.of("_sum", "_count"));
        double[] numbers = new double[plain ? 2 : bounds + 3];
        numbers[0] = histogram.sum();
        numbers[1] = histogram.count();
        double upTo = 0;
        for (int i = 0; i < histogram.counts().length; i++) {
            upTo += histogram.counts()[i];
            suffixes.add(i < bounds ? "_bucket" + histogram.bounds()[i] : "_bucket+Inf");
            numbers[i + 2] = upTo;
        }
        put(suffixes, numbers, histogram.bounds());
        if (!Double.isNaN(histogram.max())) {
            values = Arrays.copyOf(values, numbers.length + 1);
            values[numbers.length] = histogram.max();
            if (series.size() == numbers.length) {
                series.add(series("_max"));
            }
        } else {
            values = Arrays.copyOf(values, numbers.length);
        }
        return true;
    }

    private void take(Numbers.Quantiles summary) {
        List<String> suffixes = new ArrayList<>(List.of("_sum", "_count"));
        double[] numbers = new double[summary.values().length + 2];
        numbers[0] = summary.sum();
        numbers[1] = summary.count();
        for (int i = 0; i < summary.values().length; i++) {
            suffixes.add("=" + summary.quantiles()[i]);
            numbers[i + 2] = summary.values()[i];
        }
        put(suffixes, numbers, summary.quantiles());
    }

    private void put(List<String> suffixes, double[] numbers, double[] newShape) {
        boolean known = !series.isEmpty() && Arrays.equals(shape, newShape) && series.size() >= suffixes.size();
        if (!known) {
            shape = newShape;
            series = new ArrayList<>();
            suffixes.forEach(suffix -> series.add(series(suffix)));
        }
        double[] sums = numbers;
        if (delta && known && values.length >= numbers.length) {
            sums = new double[numbers.length];
            for (int i = 0; i < sums.length; i++) {
                sums[i] = values[i] + numbers[i];
            }
        }
        values = sums;
    }

    private Series series(String suffix) {
        SortedMap<String, String> all = new TreeMap<>(labels);
        if (suffix.startsWith("_bucket")) {
            all.put("le", suffix.substring("_bucket".length()));
            return new Series(name + "_bucket", all);
        }
        if (suffix.startsWith("=")) {
            all.put("quantile", suffix.substring(1));
            return new Series(name, all);
        }
        return new Series(name + suffix, all);
    }

    private void forget() {
        series = new ArrayList<>();
        values = new double[0];
    }
}
