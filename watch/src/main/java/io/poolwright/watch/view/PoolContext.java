package io.poolwright.watch.view;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known about one pool beyond its state now; what the watch hands in.
 *
 * @param library product that makes it, such as {@code HikariCP}; empty when unknown
 * @param version of the product; empty when unknown
 * @param owner team or service that answers for it; empty when nobody said
 * @param callers services that are configured to call through it; empty when unknown
 * @param limits settings that limit it
 * @param line its measures over the time that is looked at
 * @param markers what happened in that time
 * @param findings what the audit says of it
 * @param copies the same pool on every instance, itself included
 * @param databaseSlotsLeft client slots that the database behind it has left; empty when unknown
 */
public record PoolContext(
        Optional<String> library,
        Optional<String> version,
        Optional<String> owner,
        Optional<List<String>> callers,
        List<Limit> limits,
        TimeLine line,
        List<Marker> markers,
        List<FindingRow> findings,
        List<Copy> copies,
        Optional<Double> databaseSlotsLeft) {
    public PoolContext {
        Objects.requireNonNull(library, "library");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(owner, "owner");
        callers = callers.map(List::copyOf);
        limits = List.copyOf(limits);
        Objects.requireNonNull(line, "line");
        markers = List.copyOf(markers);
        findings = List.copyOf(findings);
        copies = List.copyOf(copies);
        Objects.requireNonNull(databaseSlotsLeft, "databaseSlotsLeft");
    }

    /** Nothing but the measures of a time. */
    public static PoolContext of(TimeLine line) {
        return new PoolContext(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                line,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    /**
     * A pool on one instance.
     *
     * @param state how it is now
     * @param line its measures over the time that is looked at
     */
    public record Copy(PoolState state, TimeLine line) {
        public Copy {
            Objects.requireNonNull(state, "state");
            Objects.requireNonNull(line, "line");
        }
    }
}
