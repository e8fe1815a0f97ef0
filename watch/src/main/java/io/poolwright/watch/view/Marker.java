package io.poolwright.watch.view;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

/**
 * Something that happened, on a time line.
 *
 * @param at when
 * @param kind what kind of thing
 * @param text one sentence
 */
public record Marker(Instant at, Kind kind, String text) {
    public Marker {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(text, "text");
    }

    /** What kind of thing happened; each has a shape of its own. */
    public enum Kind {
        DEPLOYMENT("deployment", "◆"),
        CHANGE("change", "■"),
        ALERT("alert", "▲"),
        RECOVERY("recovery", "✓"),
        DIAGNOSIS("diagnosis", "●"),
        NOTE("note", "○");

        private final String word;
        private final String shape;

        Kind(String word, String shape) {
            this.word = word;
            this.shape = shape;
        }

        /** Its name outside the code. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        public String word() {
            return word;
        }

        /** One character that differs from every other kind's. */
        public String shape() {
            return shape;
        }
    }
}
