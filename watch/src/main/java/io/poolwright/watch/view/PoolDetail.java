package io.poolwright.watch.view;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is this pool doing, and against which limit?
 *
 * @param at the moment
 * @param row how it stands
 * @param firing alerts that fire on it
 * @param library product that makes it; empty when unknown
 * @param version of the product; empty when unknown
 * @param owner who answers for it; empty when nobody said
 * @param callers who calls through it; empty when unknown
 * @param limits settings as written and as in force
 * @param line its measures over the time that is looked at
 * @param markers what happened in that time, oldest first
 * @param flow figures of its last minute
 * @param little whether its numbers agree with each other
 * @param relief whether more connections would help
 * @param databaseSlotsLeft client slots left at the database behind it
 * @param findings what the audit says of it
 * @param instances the same pool on every instance; empty when there is only one
 */
public record PoolDetail(
        Instant at,
        PoolRow row,
        List<Firing> firing,
        Optional<String> library,
        Optional<String> version,
        Optional<String> owner,
        Optional<List<String>> callers,
        List<LimitRow> limits,
        TimeLine line,
        List<Marker> markers,
        Flow flow,
        Little little,
        Relief relief,
        Cell databaseSlotsLeft,
        List<FindingRow> findings,
        List<InstanceRow> instances) {
    public PoolDetail {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(row, "row");
        firing = List.copyOf(firing);
        limits = List.copyOf(limits);
        markers = List.copyOf(markers);
        findings = List.copyOf(findings);
        instances = List.copyOf(instances);
    }
}
