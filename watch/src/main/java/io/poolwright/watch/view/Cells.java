package io.poolwright.watch.view;

import io.poolwright.model.Answer;
import io.poolwright.model.live.Measure;
import io.poolwright.model.live.Measures;
import io.poolwright.model.live.Reading;
import io.poolwright.model.live.Signal;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Figures of a pool as cells: what is not known says why, and what would provide it. */
final class Cells {
    private static final Map<Measure, List<Signal>> FROM = new EnumMap<>(Map.ofEntries(
            Map.entry(Measure.USED, List.of(Signal.USED)),
            Map.entry(Measure.IDLE, List.of(Signal.IDLE)),
            Map.entry(Measure.PENDING, List.of(Signal.PENDING)),
            Map.entry(Measure.MAX, List.of(Signal.MAX)),
            Map.entry(Measure.WAIT_MEAN, List.of(Signal.WAIT_SECONDS, Signal.WAITS, Signal.WAIT_MEAN)),
            Map.entry(Measure.WAIT_MAX, List.of(Signal.WAIT_MAX)),
            Map.entry(Measure.THROUGHPUT, List.of(Signal.BORROWS, Signal.USES, Signal.WAITS)),
            Map.entry(Measure.USE_MEAN, List.of(Signal.USE_SECONDS, Signal.USES, Signal.USE_MEAN)),
            Map.entry(Measure.CREATED, List.of(Signal.CREATED)),
            Map.entry(Measure.TIMEOUTS, List.of(Signal.TIMEOUTS)),
            Map.entry(Measure.WAIT_P95, List.of(Signal.WAIT_P95)),
            Map.entry(Measure.USE_P95, List.of(Signal.USE_P95))));

    private Cells() {}

    /** A measure of the pool, from its last look or its last minute. */
    static Cell of(PoolState pool, Measures measures, Measure measure) {
        double value = measures.raw(measure);
        if (Double.isFinite(value)) {
            return Cell.known(value);
        }
        if (pool.seen() instanceof Answer.Silent<Reading> silent) {
            return Offers.has(pool.id().tier(), measure) ? Cell.unknown(silent.reason()) : none(pool, measure);
        }
        Reading reading = pool.seen().value().orElseThrow();
        for (Signal signal : FROM.getOrDefault(measure, List.of())) {
            if (!reading.knows(signal) && !reading.reason(signal).isEmpty()) {
                return Cell.unknown(reading.reason(signal));
            }
        }
        if (!Offers.has(pool.id().tier(), measure)) {
            return none(pool, measure);
        }
        if (ofEvents(measure) && measures.raw(Measure.THROUGHPUT) == 0) {
            return Cell.notOffered("nothing to measure: no request in this time");
        }
        return Cell.unknown(
                told(reading, measure)
                        ? "not known yet: it takes two looks, and a counter that was not reset between them"
                        : "the source does not tell " + name(measure));
    }

    private static boolean told(Reading reading, Measure measure) {
        return FROM.getOrDefault(measure, List.of()).stream().anyMatch(reading::knows);
    }

    private static boolean ofEvents(Measure measure) {
        return switch (measure) {
            case WAIT_MEAN, WAIT_MAX, WAIT_P95, USE_MEAN, USE_P95 -> true;
            default -> false;
        };
    }

    private static Cell none(PoolState pool, Measure measure) {
        return Cell.notOffered(
                "%s have no %s".formatted(capital(pool.id().tier().what()), name(measure)));
    }

    /** The measure in words. */
    static String name(Measure measure) {
        return switch (measure) {
            case USED -> "number used";
            case IDLE -> "number idle";
            case PENDING -> "number waiting";
            case MAX -> "limit";
            case WAIT_MEAN -> "mean wait";
            case WAIT_MAX -> "longest wait";
            case THROUGHPUT -> "throughput";
            case USE_MEAN -> "mean use time";
            case CREATED -> "number opened";
            case TIMEOUTS -> "number of timeouts";
            case WAIT_P95 -> "percentile of the wait";
            case USE_P95 -> "percentile of the use time";
        };
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
