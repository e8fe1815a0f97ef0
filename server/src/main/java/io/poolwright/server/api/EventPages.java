package io.poolwright.server.api;

import io.poolwright.server.answers.Problem;
import io.poolwright.server.answers.RefusedRequestException;
import io.poolwright.server.answers.Words;
import io.poolwright.server.state.EventFilter;
import io.poolwright.server.state.EventKind;
import io.poolwright.server.state.Events;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/events}: what happened. */
@RestController
public final class EventPages {
    private final Events events;

    EventPages(Events events) {
        this.events = events;
    }

    @GetMapping("/api/v1/events")
    EventView.Listing list(
            @RequestParam(name = "kind", required = false) @Nullable List<String> kinds,
            @RequestParam(name = "service", required = false) @Nullable String service,
            @RequestParam(name = "from", required = false) @Nullable String from,
            @RequestParam(name = "to", required = false) @Nullable String to,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            @RequestParam(name = "limit", required = false) @Nullable String limit) {
        EventFilter filter = new EventFilter(
                kinds(kinds == null ? List.of() : kinds),
                Optional.ofNullable(service),
                Demand.instant("from", from),
                Demand.instant("to", to));
        return EventView.Listing.of(events.page(filter, Demand.cursor(cursor), Demand.limit(limit)));
    }

    private static Set<EventKind> kinds(List<String> words) {
        EnumSet<EventKind> kinds = EnumSet.noneOf(EventKind.class);
        for (String word : words) {
            kinds.add(Words.value(EventKind.class, word)
                    .orElseThrow(() -> new RefusedRequestException(
                            Problem.of(400, "The parameter 'kind' has a value that is not accepted.")
                                    .found(word)
                                    .accepted(Words.of(EventKind.class)))));
        }
        return kinds;
    }
}
