package io.poolwright.server.state;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which events are wanted.
 *
 * @param kinds of these kinds; all when empty
 * @param service of this service
 * @param from not before
 * @param to before
 */
public record EventFilter(
        Set<EventKind> kinds, Optional<String> service, Optional<Instant> from, Optional<Instant> to) {
    /** Every event. */
    public static final EventFilter ALL =
            new EventFilter(Set.of(), Optional.empty(), Optional.empty(), Optional.empty());

    public EventFilter {
        kinds = Set.copyOf(kinds);
    }
}
