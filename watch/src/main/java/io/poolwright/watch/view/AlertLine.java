package io.poolwright.watch.view;

import io.poolwright.model.live.PoolId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An alert in a list: one for each cause.
 *
 * @param service where
 * @param pool the pool that it is about; empty when it is about the whole service
 * @param level how much it asks of people
 * @param title what is wrong, in a few words
 * @param text the numbers, the limit and why it matters
 * @param firedAt when it began
 * @param resolvedAt when it ended; empty while it fires
 * @param symptoms titles of what else it explains
 * @param cause the cause that the diagnosis stated; empty when it stated none
 */
public record AlertLine(
        String service,
        Optional<PoolId> pool,
        Level level,
        String title,
        String text,
        Instant firedAt,
        Optional<Instant> resolvedAt,
        List<String> symptoms,
        Optional<String> cause) {
    public AlertLine {
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(pool, "pool");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(firedAt, "firedAt");
        Objects.requireNonNull(resolvedAt, "resolvedAt");
        symptoms = List.copyOf(symptoms);
        Objects.requireNonNull(cause, "cause");
    }
}
