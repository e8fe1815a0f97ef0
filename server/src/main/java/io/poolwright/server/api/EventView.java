package io.poolwright.server.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.poolwright.server.state.Event;
import io.poolwright.server.state.EventKind;
import io.poolwright.server.state.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An event as the API shows it.
 *
 * @param at when it happened
 * @param recordedAt when it was written
 * @param detail an object with what else is known
 * @param author who told
 */
public record EventView(
        long id,
        Instant at,
        Instant recordedAt,
        EventKind kind,
        Optional<String> service,
        String title,
        @JsonRawValue String detail,
        String author) {
    static EventView of(Event event) {
        return new EventView(
                event.id(),
                event.at(),
                event.recordedAt(),
                event.kind(),
                event.service(),
                event.title(),
                event.detail(),
                event.author());
    }

    /**
     * One page of events, newest first.
     *
     * @param next to be given as {@code cursor} for the rest; null at the end
     */
    public record Listing(List<EventView> items, Optional<String> next) {
        static Listing of(Page<Event> page) {
            return new Listing(
                    page.items().stream().map(EventView::of).toList(),
                    page.next().map(it -> it.text()));
        }
    }
}
