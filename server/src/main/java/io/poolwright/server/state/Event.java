package io.poolwright.server.state;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened, as it is remembered. Never changed, never taken away.
 *
 * @param id grows with each event that is written
 * @param at when it happened
 * @param recordedAt when it was written
 * @param detail a JSON object
 */
public record Event(
        long id,
        Instant at,
        Instant recordedAt,
        EventKind kind,
        Optional<String> service,
        String title,
        String detail,
        String author) {}
