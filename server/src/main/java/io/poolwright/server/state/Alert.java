package io.poolwright.server.state;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An alert as it is remembered.
 *
 * @param resolvedAt when it ended; empty while it fires
 * @param diagnosis what the diagnosis made of it, a JSON object; empty while there is none
 */
public record Alert(
        UUID id,
        String fingerprint,
        Optional<String> service,
        String subject,
        String title,
        String text,
        Severity severity,
        Instant firedAt,
        Optional<Instant> resolvedAt,
        Optional<String> diagnosis) {}
