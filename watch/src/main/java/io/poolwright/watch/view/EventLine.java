package io.poolwright.watch.view;

import java.time.Instant;
import java.util.Objects;

/**
 * Something that happened, in a list.
 *
 * @param at when
 * @param kind what kind of thing
 * @param service where; empty text when it is about all
 * @param title in a few words
 * @param detail in a sentence or two; empty text when there is no more to say
 */
public record EventLine(Instant at, Marker.Kind kind, String service, String title, String detail) {
    public EventLine {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(detail, "detail");
    }
}
