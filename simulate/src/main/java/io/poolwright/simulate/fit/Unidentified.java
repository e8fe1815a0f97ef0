package io.poolwright.simulate.fit;

import java.util.Objects;

/**
 * Something that the model needs and that nothing told.
 *
 * @param what it is, such as {@code client.rate} or {@code the tail of the time a connection is held}
 * @param because why it is not known
 * @param measure which file or measurement would tell
 * @param essential whether nothing can be predicted without it; else predictions are only less certain
 */
public record Unidentified(String what, String because, String measure, boolean essential) {
    public Unidentified {
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(because, "because");
        Objects.requireNonNull(measure, "measure");
    }

    /** For people, in one sentence. */
    public String sentence() {
        return "%s is not known: %s; to know it: %s".formatted(what, because, measure);
    }
}
