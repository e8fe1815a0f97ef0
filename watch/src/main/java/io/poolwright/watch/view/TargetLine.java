package io.poolwright.watch.view;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A source that is asked, in a list.
 *
 * @param name as it is declared
 * @param kind what it is, such as {@code prometheus} or {@code haproxy}
 * @param service whose pools it tells of
 * @param address where it is asked, secrets taken out
 * @param standing whether it answers
 * @param since when that began; empty when nobody knows
 * @param reason what it did instead of answering; empty text when it answers
 * @param pools pools that it tells of
 * @param took how long the last look took; empty when there was none
 * @param notices what should be known about it: limits reached, lines left out
 */
public record TargetLine(
        String name,
        String kind,
        String service,
        String address,
        Standing standing,
        Optional<Instant> since,
        String reason,
        int pools,
        Optional<Duration> took,
        List<String> notices) {
    public TargetLine {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(standing, "standing");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(took, "took");
        notices = List.copyOf(notices);
    }

    /** Whether a source answers. */
    public enum Standing {
        ANSWERS,
        SILENT,
        /** It was never asked, or never answered. */
        NOT_YET
    }
}
