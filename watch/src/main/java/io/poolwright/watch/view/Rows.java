package io.poolwright.watch.view;

import io.poolwright.model.Answer;
import io.poolwright.model.live.Measure;
import io.poolwright.model.live.PoolId;
import io.poolwright.model.live.Reading;
import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Lines of pools, from their states. */
final class Rows {
    /** The share of its limit from which on a pool is past its load line; waits grow steeply from about there. */
    static final double LOAD_LINE = 0.85;

    private static final Comparator<PoolRow> WORST = Comparator.comparingInt(
                    (PoolRow row) -> row.state().rank())
            .thenComparingDouble(row -> row.timeouts().value().orElse(0))
            .thenComparingDouble(row -> row.waitTime().value().orElse(0))
            .thenComparingDouble(row -> row.share().value().orElse(-1))
            .thenComparing(row -> row.pool(), Comparator.reverseOrder());

    /** One pool whatever its copy. */
    private record Kind(Tier tier, String name) {}

    private Rows() {}

    /** One line for each pool of a service, in request order. */
    static List<PoolRow> of(List<PoolState> pools) {
        Map<Kind, List<PoolRow>> kinds =
                new TreeMap<>(Comparator.comparing(Kind::tier).thenComparing(Kind::name));
        for (PoolState pool : pools) {
            kinds.computeIfAbsent(new Kind(pool.id().tier(), pool.id().name()), kind -> new ArrayList<>())
                    .add(row(pool));
        }
        return kinds.values().stream().map(Rows::worst).toList();
    }

    private static PoolRow worst(List<PoolRow> copies) {
        PoolRow worst = copies.stream().max(WORST).orElseThrow();
        long blind = copies.stream().filter(row -> row.state() == State.BLIND).count();
        String note = worst.note();
        if (copies.size() > 1 && blind > 0) {
            String some = "%d of %d copies cannot be judged".formatted(blind, copies.size());
            note = note.isEmpty() ? some : note + "; " + some;
        }
        return worst.of(copies.size(), note);
    }

    static PoolRow row(PoolState pool) {
        Cell used = Cells.of(pool, pool.now(), Measure.USED);
        Cell max = Cells.of(pool, pool.now(), Measure.MAX);
        Cell share = share(used, max);
        State state = state(pool, share);
        return new PoolRow(
                pool.id(),
                PoolKey.of(pool.id()),
                1,
                state,
                used,
                max,
                Cells.of(pool, pool.now(), Measure.PENDING),
                share,
                Cells.of(pool, pool.minute(), Measure.WAIT_MEAN),
                perMinute(Cells.of(pool, pool.minute(), Measure.TIMEOUTS)),
                note(pool, state, used, max, share),
                since(pool, state));
    }

    static Cell share(Cell used, Cell max) {
        if (!used.known()) {
            return used;
        }
        if (!max.known()) {
            return max;
        }
        double limit = max.value().getAsDouble();
        return limit > 0
                ? Cell.known(used.value().getAsDouble() / limit)
                : Cell.unknown("the limit is told as 0, which is not a limit");
    }

    static Cell perMinute(Cell perSecond) {
        return perSecond.known() ? Cell.known(perSecond.value().getAsDouble() * 60) : perSecond;
    }

    private static State state(PoolState pool, Cell share) {
        if (pool.firing().stream().anyMatch(firing -> firing.level() != Level.INFO && !firing.blind())) {
            return State.OVER;
        }
        if (!share.known() || pool.firing().stream().anyMatch(Firing::blind)) {
            return State.BLIND;
        }
        return share.value().getAsDouble() >= LOAD_LINE || !pool.firing().isEmpty() ? State.NEAR : State.CALM;
    }

    private static String note(PoolState pool, State state, Cell used, Cell max, Cell share) {
        if (pool.seen() instanceof Answer.Silent<Reading> silent) {
            return "no signal: " + silent.reason();
        }
        if (state == State.BLIND && !share.known()) {
            return used.known() ? "limit unknown: " + max.reason() : "use unknown: " + used.reason();
        }
        if (!pool.firing().isEmpty()) {
            return pool.firing().get(0).title();
        }
        if (state == State.NEAR) {
            return share.value().getAsDouble() >= 1 ? "at its limit, nobody suffers yet" : "past its load line";
        }
        return pool.seen()
                .value()
                .filter(reading -> reading.get(Signal.LEAKS).orElse(0) > 0)
                .map(reading -> "the pool has reported leaks")
                .orElse("");
    }

    private static Optional<Instant> since(PoolState pool, State state) {
        if (state == State.BLIND && pool.silentSince().isPresent()) {
            return pool.silentSince();
        }
        return pool.firing().stream().map(Firing::since).min(Comparator.naturalOrder());
    }

    /** The pool that a line is of, among its copies. */
    static boolean sameKind(PoolId a, PoolId b) {
        return a.service().equals(b.service())
                && a.tier() == b.tier()
                && a.name().equals(b.name());
    }
}
