package io.poolwright.detect.pool;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Everything that fires for one reason: what somebody should be told once.
 *
 * @param service whose
 * @param lead the symptom that is furthest in and explains the others
 * @param others the rest, innermost first
 */
public record Trouble(String service, Symptom lead, List<Symptom> others) {
    public Trouble {
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(lead, "lead");
        others = List.copyOf(others);
    }

    /** All symptoms, the lead first. */
    public Stream<Symptom> symptoms() {
        return Stream.concat(Stream.of(lead), others.stream());
    }

    /** That of the worst symptom. */
    public Severity severity() {
        return symptoms().map(Symptom::severity).max(Severity::compareTo).orElse(lead.severity());
    }

    /** When the first of the symptoms began to fire. */
    public Instant since() {
        return symptoms().map(Symptom::firedAt).min(Instant::compareTo).orElse(lead.firedAt());
    }
}
