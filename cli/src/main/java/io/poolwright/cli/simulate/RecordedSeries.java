package io.poolwright.cli.simulate;

import io.poolwright.model.BalancerSample;
import io.poolwright.model.HttpSample;
import io.poolwright.model.InstanceReading;
import io.poolwright.model.InstanceSample;
import io.poolwright.model.PoolSample;
import io.poolwright.model.Tick;
import io.poolwright.model.TimerBuckets;
import io.poolwright.model.TimerSample;
import io.poolwright.simulate.compare.Series;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a recording tells of requests, look by look: how many came, how many were answered without an error, and how long
 * connections were held. Looks in which a source was silent, a counter fell or the time between them is odd are left out.
 */
final class RecordedSeries {
    /** Looks are a second apart; these still count as one, in seconds. */
    private static final double SHORTEST = 0.5;

    private static final double LONGEST = 2;

    private final List<Series.Look> looks = new ArrayList<>();
    private int leftOut;
    private boolean edge;
    private boolean histogram;

    private RecordedSeries() {}

    static Measurement of(Recorded recorded) {
        RecordedSeries series = new RecordedSeries();
        List<Tick> ticks = recorded.ticks();
        for (int i = 1; i < ticks.size(); i++) {
            series.look(ticks.get(i - 1), ticks.get(i));
        }
        List<String> notes = new ArrayList<>(recorded.notes());
        if (series.leftOut > 0) {
            notes.add("%d of %d looks are left out: a source was silent, restarted, or was asked late"
                    .formatted(series.leftOut, Math.max(0, ticks.size() - 1)));
        }
        notes.add(
                series.edge
                        ? "well answered is what left the balancer without a server error; a recording does not tell how long it took"
                        : "well answered is what the application answered without a server error; a recording does not tell how long it took");
        notes.add(
                series.histogram
                        ? "the times are those that a connection was held, from the pool's histogram"
                        : "no times are compared: the recording has no histogram (management.metrics.distribution.percentiles-histogram.hikaricp=true)");
        return new Measurement(Series.ofLooks(series.looks), notes);
    }

    private void look(Tick before, Tick after) {
        double apart = Duration.between(before.at(), after.at()).toMillis() / 1000.0;
        Optional<long[]> counts = apart < SHORTEST || apart > LONGEST
                ? Optional.empty()
                : balancer(before, after).or(() -> instances(before, after));
        if (counts.isEmpty()) {
            leftOut++;
            return;
        }
        Map<Double, Long> held = held(before, after);
        histogram |= !held.isEmpty();
        looks.add(new Series.Look(counts.get()[0], counts.get()[0] - counts.get()[1], held));
    }

    /** Requests and errors as the balancer counts them. */
    private Optional<long[]> balancer(Tick before, Tick after) {
        Optional<BalancerSample> first = before.balancer().value();
        Optional<BalancerSample> second = after.balancer().value();
        if (first.isEmpty() || second.isEmpty()) {
            return Optional.empty();
        }
        edge = true;
        return grown(
                first.get().requests(),
                second.get().requests(),
                first.get().serverErrors(),
                second.get().serverErrors());
    }

    /** The same as the instances count them; empty unless all of them answered both times. */
    private static Optional<long[]> instances(Tick before, Tick after) {
        Map<String, HttpSample> first = http(before);
        Map<String, HttpSample> second = http(after);
        if (first.isEmpty() || !first.keySet().equals(second.keySet())) {
            return Optional.empty();
        }
        long[] sum = new long[2];
        for (Map.Entry<String, HttpSample> one : first.entrySet()) {
            HttpSample then = one.getValue();
            HttpSample now = second.getOrDefault(one.getKey(), then);
            Optional<long[]> grown = grown(then.requests(), now.requests(), then.serverErrors(), now.serverErrors());
            if (grown.isEmpty()) {
                return Optional.empty();
            }
            sum[0] += grown.get()[0];
            sum[1] += grown.get()[1];
        }
        return Optional.of(sum);
    }

    private static Map<String, HttpSample> http(Tick tick) {
        Map<String, HttpSample> all = new HashMap<>();
        for (InstanceReading reading : tick.instances()) {
            Optional<HttpSample> http =
                    reading.sample().flatMap(InstanceSample::http).value();
            if (http.isEmpty()) {
                return Map.of();
            }
            all.put(reading.instance(), http.get());
        }
        return all;
    }

    private static Optional<long[]> grown(long requests, long later, long errors, long errorsLater) {
        return later < requests || errorsLater < errors
                ? Optional.empty()
                : Optional.of(new long[] {later - requests, Math.min(later - requests, errorsLater - errors)});
    }

    /** How often each time was held, at the middle of the buckets of the pools' histograms; empty when one is missing. */
    private static Map<Double, Long> held(Tick before, Tick after) {
        Map<String, TimerBuckets> first = buckets(before);
        Map<Double, Long> held = new TreeMap<>();
        for (Map.Entry<String, TimerBuckets> one : buckets(after).entrySet()) {
            TimerBuckets then = first.get(one.getKey());
            if (then == null || !then.upTo().equals(one.getValue().upTo())) {
                return Map.of();
            }
            long below = 0;
            double from = 0;
            for (int i = 0; i < then.upTo().size(); i++) {
                long up = one.getValue().counts().get(i) - then.counts().get(i);
                double to = then.upTo().get(i);
                if (up < below) {
                    return Map.of();
                }
                if (up > below) {
                    held.merge((from + to) / 2, up - below, Long::sum);
                }
                below = up;
                from = to;
            }
        }
        return held;
    }

    private static Map<String, TimerBuckets> buckets(Tick tick) {
        Map<String, TimerBuckets> all = new HashMap<>();
        for (InstanceReading reading : tick.instances()) {
            reading.sample()
                    .flatMap(InstanceSample::pool)
                    .value()
                    .map(PoolSample::useTime)
                    .flatMap(TimerSample::buckets)
                    .ifPresent(buckets -> all.put(reading.instance(), buckets));
        }
        return all;
    }
}
