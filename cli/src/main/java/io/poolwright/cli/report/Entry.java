package io.poolwright.cli.report;

import java.time.Instant;
import java.util.List;

/**
 * One line of the timeline, ready to be written.
 *
 * @param at when
 * @param second seconds since the load began
 * @param mark what sort of moment
 * @param text what happened, one sentence
 * @param measured for a misleading path: what was measured that refutes it
 */
record Entry(Instant at, double second, Mark mark, String text, List<String> measured) {
    Entry {
        measured = List.copyOf(measured);
    }
}
