package io.poolwright.cli.terminal;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * One layer as one line: its load against its limit, what waits, what gives up.
 *
 * @param layer name of the layer
 * @param load what is in use; empty when unknown
 * @param limit how much there may be; empty when unknown or unlimited
 * @param unit what is counted
 * @param waiting what waits in front of it, with its unit; {@code ?} when unknown, {@code –} when it has no such signal
 * @param delay how long, likewise
 * @param failing what gives up or fails, likewise
 * @param note one or two words about its state; empty when there is nothing to say
 * @param trouble whether the note says that something is wrong
 */
record LayerLine(
        String layer,
        OptionalDouble load,
        OptionalDouble limit,
        String unit,
        String waiting,
        String delay,
        String failing,
        String note,
        boolean trouble) {
    LayerLine {
        Objects.requireNonNull(layer, "layer");
        Objects.requireNonNull(load, "load");
        Objects.requireNonNull(limit, "limit");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(waiting, "waiting");
        Objects.requireNonNull(delay, "delay");
        Objects.requireNonNull(failing, "failing");
        Objects.requireNonNull(note, "note");
    }

    /** A layer that does not answer. */
    static LayerLine unknown(String layer, String reason) {
        return new LayerLine(layer, OptionalDouble.empty(), OptionalDouble.empty(), "", "?", "?", "?", reason, true);
    }
}
