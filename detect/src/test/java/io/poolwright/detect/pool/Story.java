package io.poolwright.detect.pool;

import io.poolwright.model.Answer;
import io.poolwright.model.live.PoolId;
import io.poolwright.model.live.Reading;
import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What happens to one pool, looked at every so many seconds by a watch; keeps what the watch said. */
final class Story {
    static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    private final PoolWatch watch;
    private final PoolId pool;
    private final double interval;
    private final Map<Signal, Double> counters = new EnumMap<>(Signal.class);
    private final List<Told> told = new ArrayList<>();
    private UnaryOperator<Reading.Builder> touch = UnaryOperator.identity();
    private double clock;
    private double marked;

    /** What was said at one look, so many seconds after the start. */
    record Told(double at, PoolLook look) {}

    private Story(Tier tier, double interval, Expectations expected, List<PoolDetector> detectors) {
        this.pool = new PoolId("shop", "a:1", tier, tier == Tier.SERVER ? "shop/shop-1" : "orders");
        this.interval = interval;
        this.watch = new PoolWatch(pool, expected, detectors);
        for (Signal signal : Signal.values()) {
            counters.put(signal, 1000.0);
        }
    }

    static Story of(Tier tier, double interval, Expectations expected, PoolDetector... detectors) {
        return new Story(tier, interval, expected, List.of(detectors));
    }

    static Story of(double interval, PoolDetector... detectors) {
        return new Story(Tier.POOL, interval, Expectations.none(), List.of(detectors));
    }

    /** From here on each reading is changed before it is seen. */
    Story touched(UnaryOperator<Reading.Builder> how) {
        touch = how;
        return this;
    }

    /** The pool does like this for so many seconds. */
    Story then(double seconds, State state) {
        for (double end = clock + seconds; clock + interval <= end + 1e-9; ) {
            step(state);
        }
        return this;
    }

    Story looks(int count, State state) {
        for (int i = 0; i < count; i++) {
            step(state);
        }
        return this;
    }

    private void step(State state) {
        clock += interval;
        state.perSecond().forEach((signal, rate) -> counters.merge(signal, rate * interval, Double::sum));
        Reading.Builder reading = Reading.of(pool);
        state.gauges().forEach(reading::set);
        state.perSecond().keySet().forEach(signal -> reading.set(signal, counters.getOrDefault(signal, 0.0)));
        state.hidden().forEach(signal -> reading.set(signal, Double.NaN));
        take(Answer.of(touch.apply(reading).build()));
    }

    /** The source does not answer for so many seconds. */
    Story silent(double seconds, String reason) {
        for (double end = clock + seconds; clock + interval <= end + 1e-9; ) {
            clock += interval;
            take(Answer.silent(reason));
        }
        return this;
    }

    /** The process starts anew. */
    Story restart() {
        counters.replaceAll((signal, value) -> 0.0);
        return this;
    }

    /** From here the delay of an alert is counted. */
    Story mark() {
        marked = clock;
        return this;
    }

    private void take(Answer<Reading> answer) {
        told.add(new Told(clock, watch.take(START.plusMillis(Math.round(clock * 1000)), answer)));
    }

    List<Told> told() {
        return told;
    }

    List<PoolAlert> firing() {
        return watch.firing();
    }

    /** Every alert that began or became worse, in order. */
    List<PoolAlert> fresh() {
        return told.stream().flatMap(it -> it.look().fresh().stream()).toList();
    }

    /** Seconds from the mark to the first alert; empty when none fired. */
    Optional<Double> delay() {
        return told.stream()
                .filter(it -> it.at() > marked - 1e-9 && !it.look().fresh().isEmpty())
                .map(it -> it.at() - marked)
                .findFirst();
    }

    /** Seconds from the mark to the first look at which an alert ended. */
    Optional<Double> end() {
        return told.stream()
                .filter(it -> it.at() > marked - 1e-9 && !it.look().ended().isEmpty())
                .map(it -> it.at() - marked)
                .findFirst();
    }
}
