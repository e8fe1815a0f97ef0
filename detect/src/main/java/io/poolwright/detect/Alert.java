package io.poolwright.detect;

import java.time.Instant;
import java.util.Objects;

/**
 * A symptom that has held long enough to tell somebody.
 *
 * @param detector id of the detector that saw it
 * @param title what is wrong, in a few words
 * @param text the numbers, the limit and why it matters, as of the moment it fired
 * @param firedAt when it began to fire
 */
public record Alert(String detector, String title, String text, Instant firedAt) {
    public Alert {
        Objects.requireNonNull(detector, "detector");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(firedAt, "firedAt");
    }
}
