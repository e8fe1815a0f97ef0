package io.poolwright.telemetry.jvm;

import io.poolwright.model.TimerBuckets;
import io.poolwright.model.TimerSample;
import io.poolwright.telemetry.prometheus.MetricsPage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a page, each present, finite and not below zero. Micrometer writes NaN for a gauge whose object is gone
 * and libraries write -1 for "unknown"; neither is a number.
 *
 * @param page where they are read
 */
record Readings(MetricsPage page) {
    /** The sum over the matching series. */
    double sum(String name, String... labels) throws Unreadable {
        OptionalDouble value = page.sum(name, labels);
        if (value.isEmpty()) {
            throw new Unreadable("metrics page has no " + name);
        }
        double number = value.getAsDouble();
        if (!Double.isFinite(number) || number < 0) {
            throw new Unreadable("metrics page has %s %s, which is no number of anything".formatted(name, number));
        }
        return number;
    }

    /** A count of events. */
    long count(String name, String... labels) throws Unreadable {
        return Math.round(sum(name, labels));
    }

    /** A count of things that are there now. */
    int gauge(String name, String... labels) throws Unreadable {
        double number = sum(name, labels);
        if (number > Integer.MAX_VALUE) {
            throw new Unreadable("metrics page has %s %s, which is too many".formatted(name, number));
        }
        return (int) Math.round(number);
    }

    /** One pool's timer. */
    TimerSample timer(String name, String pool) throws Unreadable {
        return new TimerSample(
                count(name + "_count", "pool", pool),
                sum(name + "_sum", "pool", pool),
                sum(name + "_max", "pool", pool),
                buckets(name + "_bucket", pool));
    }

    /** One pool's histogram; empty when the page has none, or one that is no histogram. */
    private Optional<TimerBuckets> buckets(String name, String pool) {
        TreeMap<Double, Double> counts = new TreeMap<>();
        page.forEach((series, value) -> {
            if (series.name().equals(name) && pool.equals(series.labels().get("pool"))) {
                counts.merge(bound(series.labels().get("le")), value, Double::sum);
            }
        });
        counts.keySet().removeIf(bound -> !Double.isFinite(bound));
        double before = 0;
        for (double count : counts.values()) {
            if (!(count >= before) || Double.isInfinite(count)) {
                return Optional.empty();
            }
            before = count;
        }
        return counts.isEmpty()
                ? Optional.empty()
                : Optional.of(new TimerBuckets(
                        List.copyOf(counts.keySet()),
                        counts.values().stream().map(Math::round).toList()));
    }

    /** NaN for a bound that is none; the last one, {@code +Inf}, is the timer's count. */
    private static double bound(@Nullable String written) {
        try {
            return written == null || written.equals("+Inf") ? Double.NaN : Double.parseDouble(written);
        } catch (NumberFormatException e) {
            return Double.NaN; // as good as missing: the other bounds still tell what they tell
        }
    }
}
