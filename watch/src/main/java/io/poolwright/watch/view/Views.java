package io.poolwright.watch.view;

import io.poolwright.model.live.Measure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Builds what people see from what the watch knows. Values in, values out. */
public final class Views {
    /** Lines of one service that are shown when it is troubled; what is calm beyond them is folded. */
    private static final int SHOWN = 12;
    /** What the small checks look back over. */
    private static final Duration RECENT = Duration.ofMinutes(2);
    /** Points of a small picture. */
    private static final int SMALL = 60;

    private static final Comparator<ServiceRows> WORST = Comparator.comparingInt(
                    (ServiceRows group) -> group.state().rank())
            .thenComparingDouble(Views::suffering)
            .reversed()
            .thenComparing(ServiceRows::service);

    private Views() {}

    /** All of what is watched, at one moment. */
    public static Overview overview(
            Instant at, String environment, List<PoolState> pools, List<ServiceState> services) {
        Map<String, List<PoolState>> byService = pools.stream()
                .collect(Collectors.groupingBy(pool -> pool.id().service(), TreeMap::new, Collectors.toList()));
        Map<String, ServiceState> known = services.stream()
                .collect(Collectors.toMap(ServiceState::service, Function.identity(), (a, b) -> b, TreeMap::new));
        known.keySet().forEach(service -> byService.putIfAbsent(service, List.of()));
        List<ServiceRows> groups = new ArrayList<>();
        byService.forEach(
                (service, its) -> groups.add(group(service, Rows.of(its), Optional.ofNullable(known.get(service)))));
        groups.sort(WORST);
        List<BlindSpot> blind = blind(pools);
        Optional<ServiceState> worst =
                groups.stream().findFirst().flatMap(group -> Optional.ofNullable(known.get(group.service())));
        return new Overview(
                at,
                environment,
                Headlines.of(groups, worst, pools.size(), blind),
                groups,
                pools.size(),
                groups.stream().mapToInt(group -> group.quiet().size()).sum(),
                blind);
    }

    /** A troubled service shows its whole way, a calm one only what is fullest. */
    private static ServiceRows group(String service, List<PoolRow> rows, Optional<ServiceState> known) {
        State state = rows.stream().map(PoolRow::state).reduce(rows.isEmpty() ? State.BLIND : State.CALM, State::or);
        for (Trouble trouble : known.map(ServiceState::troubles).orElse(List.of())) {
            state = state.or(trouble.state());
        }
        Set<PoolRow> shown = new LinkedHashSet<>(
                rows.stream().filter(row -> row.state() != State.CALM).toList());
        int room = state == State.OVER || state == State.NEAR ? SHOWN : Math.max(1, shown.size());
        List<PoolRow> calm = rows.stream()
                .filter(row -> row.state() == State.CALM)
                .sorted(Comparator.comparingDouble(
                                (PoolRow row) -> row.share().value().orElse(-1))
                        .reversed())
                .toList();
        shown.addAll(calm.subList(0, Math.min(calm.size(), Math.max(0, room - shown.size()))));
        return new ServiceRows(
                service,
                state,
                rows.stream().filter(shown::contains).toList(),
                rows.stream().filter(row -> !shown.contains(row)).toList());
    }

    private static double suffering(ServiceRows group) {
        return group.rows().stream()
                .mapToDouble(row -> row.timeouts().value().orElse(0) * 1e3
                        + row.pending().value().orElse(0))
                .max()
                .orElse(0);
    }

    private static List<BlindSpot> blind(List<PoolState> pools) {
        return pools.stream()
                .map(Rows::row)
                .filter(row -> row.state() == State.BLIND)
                .sorted(Comparator.comparing(PoolRow::pool))
                .map(row -> new BlindSpot(row.pool(), row.key(), row.note(), row.since()))
                .toList();
    }

    /** One pool in full. */
    public static PoolDetail detail(Instant at, PoolState pool, PoolContext context) {
        TimeLine recent = context.line().since(lastOf(context.line(), at) - RECENT.toMillis());
        boolean leaking =
                pool.firing().stream().anyMatch(firing -> firing.detector().contains("leak"));
        PoolRow row = Rows.row(pool);
        return new PoolDetail(
                at,
                row,
                pool.firing(),
                context.library(),
                context.version(),
                context.owner(),
                context.callers(),
                context.limits().stream().map(LimitRow::of).toList(),
                context.line(),
                context.markers().stream()
                        .sorted(Comparator.comparing(Marker::at))
                        .toList(),
                flow(pool),
                Little.of(recent),
                Relief.of(recent, leaking, context.databaseSlotsLeft()),
                context.databaseSlotsLeft()
                        .map(Cell::known)
                        .orElseGet(() -> Cell.unknown("the database behind this pool is not watched")),
                context.findings(),
                instances(pool, context));
    }

    private static long lastOf(TimeLine line, Instant at) {
        return line.size() == 0 ? at.toEpochMilli() : line.at(line.size() - 1);
    }

    private static Flow flow(PoolState pool) {
        return new Flow(
                Cells.of(pool, pool.now(), Measure.IDLE),
                Cells.of(pool, pool.minute(), Measure.WAIT_MEAN),
                Cells.of(pool, pool.minute(), Measure.WAIT_MAX),
                Cells.of(pool, pool.minute(), Measure.WAIT_P95),
                Cells.of(pool, pool.minute(), Measure.THROUGHPUT),
                Cells.of(pool, pool.minute(), Measure.USE_MEAN),
                Cells.of(pool, pool.minute(), Measure.USE_P95),
                Cells.of(pool, pool.minute(), Measure.CREATED));
    }

    private static List<InstanceRow> instances(PoolState pool, PoolContext context) {
        List<PoolContext.Copy> copies = context.copies().stream()
                .filter(copy -> Rows.sameKind(copy.state().id(), pool.id()))
                .sorted(Comparator.comparing(copy -> copy.state().id()))
                .toList();
        if (copies.size() < 2) {
            return List.of();
        }
        List<Optional<String>> odd =
                Oddness.of(copies.stream().map(PoolContext.Copy::line).toList());
        List<InstanceRow> rows = new ArrayList<>();
        for (int i = 0; i < copies.size(); i++) {
            PoolContext.Copy copy = copies.get(i);
            rows.add(new InstanceRow(
                    Rows.row(copy.state()),
                    copy.line().thinned(SMALL),
                    odd.get(i),
                    copy.state().id().equals(pool.id())));
        }
        return rows;
    }
}
