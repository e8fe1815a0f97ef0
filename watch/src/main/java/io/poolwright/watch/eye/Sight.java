package io.poolwright.watch.eye;

import io.poolwright.audit.Finding;
import io.poolwright.diagnose.Diagnosis;
import io.poolwright.model.live.InForce;
import io.poolwright.model.live.Measure;
import io.poolwright.model.live.Measures;
import io.poolwright.model.live.PoolId;
import io.poolwright.model.live.Reading;
import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Version;
import io.poolwright.watch.configured.Configuration;
import io.poolwright.watch.head.Head;
import io.poolwright.watch.head.Range;
import io.poolwright.watch.view.FindingRow;
import io.poolwright.watch.view.Marker;
import io.poolwright.watch.view.Overview;
import io.poolwright.watch.view.PoolContext;
import io.poolwright.watch.view.PoolDetail;
import io.poolwright.watch.view.PoolState;
import io.poolwright.watch.view.TargetLine;
import io.poolwright.watch.view.TimeLine;
import io.poolwright.watch.view.Views;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** What the eye knows, as people see it. All of it is from memory. */
public final class Sight {
    private static final Map<Occurrence.Kind, Marker.Kind> MARKERS = new EnumMap<>(Map.of(
            Occurrence.Kind.ALERT_FIRED, Marker.Kind.ALERT,
            Occurrence.Kind.ALERT_ENDED, Marker.Kind.RECOVERY,
            Occurrence.Kind.CAUSE_NAMED, Marker.Kind.DIAGNOSIS,
            Occurrence.Kind.SETTING_CHANGED, Marker.Kind.CHANGE,
            Occurrence.Kind.DEPLOYMENT, Marker.Kind.DEPLOYMENT,
            Occurrence.Kind.FINDING, Marker.Kind.NOTE,
            Occurrence.Kind.NOTICE, Marker.Kind.NOTE));

    private final Eye eye;
    private final Head head;
    private final Recent recent;
    private final Clock clock;

    public Sight(Eye eye, Head head, Recent recent, Clock clock) {
        this.eye = eye;
        this.head = head;
        this.recent = recent;
        this.clock = clock;
    }

    /** All of what is watched, now. */
    public Overview overview() {
        List<ServiceLook> looks = eye.looks();
        return Views.overview(
                clock.instant(),
                eye.targets().environment(),
                looks.stream().flatMap(look -> look.pools().stream()).toList(),
                looks.stream().map(ServiceLook::state).toList());
    }

    /** What the diagnosis of a service says; empty while nothing fires. */
    public Optional<Diagnosis> diagnosis(String service) {
        return eye.looks().stream()
                .filter(look -> look.state().service().equals(service))
                .findFirst()
                .flatMap(look -> look.state().diagnosis());
    }

    /** Every pool that is watched. */
    public List<PoolId> pools() {
        return eye.looks().stream()
                .flatMap(look -> look.pools().stream())
                .map(PoolState::id)
                .toList();
    }

    /** How one pool is now; empty when there is no such pool. */
    public Optional<PoolState> state(PoolId pool) {
        return look(pool).flatMap(look -> look.pools().stream()
                .filter(one -> one.id().equals(pool))
                .findFirst());
    }

    /** One pool over a time of the last quarter of an hour; empty when there is no such pool. */
    public Optional<PoolDetail> pool(PoolId pool, Instant from, Instant to) {
        return pool(pool, from, to, line(pool, from, to), markers(pool.service(), from, to));
    }

    /** One pool over any time, with its measures and what happened in it from elsewhere. */
    public Optional<PoolDetail> pool(PoolId pool, Instant from, Instant to, TimeLine line, List<Marker> markers) {
        return look(pool).flatMap(look -> look.pools().stream()
                .filter(one -> one.id().equals(pool))
                .findFirst()
                .map(state -> Views.detail(clock.instant(), state, context(state, look, from, to, line, markers))));
    }

    /** A pool's measures in a time, as far as memory reaches. */
    public TimeLine line(PoolId pool, Instant from, Instant to) {
        Range range = head.range(pool, from, to);
        double[][] columns = new double[Measures.COUNT][];
        Measure[] measures = Measure.values();
        for (int i = 0; i < measures.length; i++) {
            columns[i] = range.column(measures[i]);
        }
        return TimeLine.of(range.atMillis(), columns);
    }

    /** What happened to a service in a time, as far as memory reaches; an empty name means all services. */
    public List<Marker> markers(String service, Instant from, Instant to) {
        return recent.between(from, to).stream()
                .filter(one -> service.isEmpty()
                        || one.service().isEmpty()
                        || one.service().equals(service))
                .map(one -> new Marker(
                        one.at(), MARKERS.getOrDefault(one.kind(), Marker.Kind.NOTE), one.title() + said(one)))
                .toList();
    }

    private static String said(Occurrence one) {
        boolean more = one.kind() == Occurrence.Kind.SETTING_CHANGED || one.kind() == Occurrence.Kind.DEPLOYMENT;
        return more ? ": " + one.text() : "";
    }

    /** Every source that is asked. */
    public List<TargetLine> targets() {
        return eye.targetStates().stream().map(Sight::line).toList();
    }

    /** What happened in the last quarter of an hour, oldest first. */
    public List<Occurrence> occurrences(Instant from, Instant to) {
        return recent.between(from, to);
    }

    private static TargetLine line(TargetState state) {
        TargetLine.Standing standing = state.answering()
                ? TargetLine.Standing.ANSWERS
                : state.since().isEmpty() ? TargetLine.Standing.NOT_YET : TargetLine.Standing.SILENT;
        return new TargetLine(
                state.target().name(),
                state.target().kind().id(),
                state.target().service(),
                state.target().address().replaceAll("//[^/@]*@", "//(redacted)@"),
                standing,
                state.since(),
                state.reason(),
                state.pools(),
                Optional.<Duration>empty(),
                state.notices());
    }

    private Optional<ServiceLook> look(PoolId pool) {
        return eye.looks().stream()
                .filter(look -> look.state().service().equals(pool.service()))
                .findFirst();
    }

    private PoolContext context(
            PoolState state, ServiceLook look, Instant from, Instant to, TimeLine line, List<Marker> markers) {
        Configuration configuration = eye.configuration();
        PoolId pool = state.id();
        Optional<Part> part = configuration.of(pool);
        return new PoolContext(
                part.map(Part::product),
                part.flatMap(Part::version).map(Version::toString),
                Optional.of(pool.service()),
                Optional.empty(),
                limits(pool, configuration, look.inForce()),
                line,
                markers,
                findings(part, configuration),
                look.pools().stream()
                        .filter(one -> one.id().tier() == pool.tier()
                                && one.id().name().equals(pool.name()))
                        .map(one -> new PoolContext.Copy(one, line(one.id(), from, to)))
                        .toList(),
                slotsLeft(look));
    }

    private List<io.poolwright.watch.view.Limit> limits(PoolId pool, Configuration configuration, List<InForce> told) {
        Instant now = clock.instant();
        return Limits.of(pool, configuration, told, recent.between(now.minus(Duration.ofHours(24)), now));
    }

    /** Findings on the part itself, on what it belongs to, and on the driver under it. */
    private List<FindingRow> findings(Optional<Part> part, Configuration configuration) {
        if (part.isEmpty()) {
            return List.of();
        }
        Set<String> subjects = new HashSet<>(List.of(part.get().id()));
        part.get().parent().ifPresent(subjects::add);
        configuration.stack().parts().stream()
                .filter(one -> one.parent().equals(Optional.of(part.get().id())))
                .forEach(one -> subjects.add(one.id()));
        List<FindingRow> rows = new ArrayList<>();
        for (Finding finding : eye.findings()) {
            if (subjects.contains(finding.subject())) {
                rows.add(FindingRow.of(finding));
            }
        }
        return rows;
    }

    private static Optional<Double> slotsLeft(ServiceLook look) {
        for (PoolState state : look.pools()) {
            if (state.id().tier() == Tier.DATABASE && state.seen().value().isPresent()) {
                Reading reading = state.seen().value().get();
                OptionalDouble max = reading.get(Signal.MAX);
                OptionalDouble used = reading.get(Signal.USED);
                if (max.isPresent() && used.isPresent()) {
                    return Optional.of(Math.max(0, max.getAsDouble() - used.getAsDouble()));
                }
            }
        }
        return Optional.empty();
    }
}
