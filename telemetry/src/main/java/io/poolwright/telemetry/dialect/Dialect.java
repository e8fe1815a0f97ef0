package io.poolwright.telemetry.dialect;

import io.poolwright.model.live.Signal;
import io.poolwright.telemetry.prometheus.Series;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One product's names for its pools' numbers. It is asked once for each series, not at each look, and keeps nothing. */
public interface Dialect {
    /** Its name for people and pages, such as {@code micrometer-hikaricp}. */
    String id();

    /** How the metric names begin that it may know; others are not even read from a page. */
    List<String> prefixes();

    /** Which number of which pool the series is; empty when it is none of this product's. */
    Optional<Binding> bind(Series series);

    /** Why a signal that the page lacks is unknown, and which setting of the product would provide it. */
    default Map<Signal, String> reasons() {
        return Map.of();
    }

    /** Works out what follows from the numbers of one pool, once all of a page are known; never from a missing one. */
    default void complete(Parts parts) {}
}
