package io.poolwright.server.api;

import io.poolwright.model.live.Measure;
import io.poolwright.model.live.Measures;
import io.poolwright.model.live.Reading;
import io.poolwright.model.live.Signal;
import io.poolwright.watch.view.Firing;
import io.poolwright.watch.view.PoolKey;
import io.poolwright.watch.view.PoolState;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A pool as the API shows it.
 *
 * @param id its name in an address
 * @param answering whether its source answered at the last look
 * @param reason why its source did not; null when it did
 * @param measures what is known now, by name; what is unknown is not there, and is never 0
 * @param minute the same over the last minute
 * @param unknown why a signal is unknown and what would provide it, by the signal's name
 * @param alerts what fires on it
 */
public record PoolView(
        String id,
        String service,
        String instance,
        String tier,
        String name,
        boolean answering,
        Optional<String> reason,
        Optional<Instant> silentSince,
        Map<String, Double> measures,
        Map<String, Double> minute,
        Map<String, String> unknown,
        List<Firing> alerts) {
    static PoolView of(PoolState state) {
        return new PoolView(
                PoolKey.of(state.id()),
                state.id().service(),
                state.id().instance(),
                state.id().tier().id(),
                state.id().name(),
                state.seen().value().isPresent(),
                reason(state),
                state.silentSince(),
                known(state.now()),
                known(state.minute()),
                state.seen().value().map(PoolView::unknown).orElse(Map.of()),
                state.firing());
    }

    private static Optional<String> reason(PoolState state) {
        return state.seen() instanceof io.poolwright.model.Answer.Silent<Reading> silent
                ? Optional.of(silent.reason())
                : Optional.empty();
    }

    private static Map<String, Double> known(Measures measures) {
        Map<String, Double> known = new LinkedHashMap<>();
        for (Measure measure : Measure.values()) {
            measures.get(measure).ifPresent(value -> known.put(measure.id(), value));
        }
        return known;
    }

    private static Map<String, String> unknown(Reading reading) {
        Map<String, String> unknown = new LinkedHashMap<>();
        for (Signal signal : Signal.values()) {
            if (!reading.knows(signal) && !reading.reason(signal).isEmpty()) {
                unknown.put(signal.id(), reading.reason(signal));
            }
        }
        return unknown;
    }

    /**
     * Pools in the order of service and request.
     *
     * @param next to be given as {@code cursor} for the rest; null at the end
     */
    public record Listing(List<PoolView> items, Optional<String> next) {}

    /**
     * A pool over a time.
     *
     * @param at times in ms since 1970
     * @param columns a list for each measure, as long as {@code at}; null where unknown
     */
    public record Line(String id, List<Long> at, Map<String, List<@Nullable Double>> columns) {}
}
