package io.poolwright.detect;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What the watch knows after a look.
 *
 * @param at time of the look
 * @param seen all frames kept, oldest first
 * @param reference frames from before anything was wrong; empty when there are too few to say what is normal
 * @param alerts alerts that fire now, oldest first
 * @param fresh those of them that began to fire with this look
 */
public record Watching(Instant at, Window seen, Window reference, List<Alert> alerts, List<Alert> fresh) {
    public Watching {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(seen, "seen");
        Objects.requireNonNull(reference, "reference");
        alerts = List.copyOf(alerts);
        fresh = List.copyOf(fresh);
    }
}
