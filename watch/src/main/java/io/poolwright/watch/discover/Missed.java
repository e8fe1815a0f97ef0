package io.poolwright.watch.discover;

import io.poolwright.model.Origin;
import java.util.Objects;

/**
 * Something that could be watched if it were told to show itself.
 *
 * @param origin the line that tells of it
 * @param text what it is, and the exact line that would make it visible
 */
public record Missed(Origin origin, String text) {
    public Missed {
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(text, "text");
    }
}
