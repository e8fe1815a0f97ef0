package io.poolwright.cli.report;

import java.time.Instant;
import java.util.Objects;

/**
 * One line of the timeline.
 *
 * @param at when
 * @param kind what sort of moment
 * @param text what happened, one sentence
 */
public record Moment(Instant at, Kind kind, String text) {
    public Moment {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(text, "text");
    }

    /** What sort of moment. */
    public enum Kind {
        /** A phase of the drill begins. */
        PHASE,
        /** Something was shipped or changed. */
        CHANGE,
        /** An alert fired. */
        ALERT,
        /** The cause was named. */
        CAUSE,
        /** A remedy that people reach for and that does not help. */
        MISLEADING,
        /** The change that was proposed was applied. */
        FIX,
        /** Customers are served as before. */
        RECOVERY
    }
}
