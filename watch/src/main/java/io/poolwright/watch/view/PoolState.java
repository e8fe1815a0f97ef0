package io.poolwright.watch.view;

import io.poolwright.model.Answer;
import io.poolwright.model.live.Measures;
import io.poolwright.model.live.PoolId;
import io.poolwright.model.live.Reading;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * All that a screen needs to know of one pool now; what the watch hands in.
 *
 * @param id which pool
 * @param seen its reading at the last look, or why there was none
 * @param silentSince when its source fell silent; empty while it answers, and when it never did
 * @param now its measures at the last look; nothing known while the source is silent
 * @param minute its measures over the last minute (means of gauges, means of rates); the same as {@code now} when looks
 *     are rarer than that
 * @param firing alerts that fire on it
 */
public record PoolState(
        PoolId id,
        Answer<Reading> seen,
        Optional<Instant> silentSince,
        Measures now,
        Measures minute,
        List<Firing> firing) {
    public PoolState {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(seen, "seen");
        Objects.requireNonNull(silentSince, "silentSince");
        Objects.requireNonNull(now, "now");
        Objects.requireNonNull(minute, "minute");
        firing = firing.size() < 2
                ? List.copyOf(firing)
                : firing.stream().sorted(Firing.ORDER).toList();
    }

    /** A pool that answered at the last look. */
    public static PoolState answered(Reading reading, Measures now, Measures minute, List<Firing> firing) {
        return new PoolState(reading.pool(), Answer.of(reading), Optional.empty(), now, minute, firing);
    }

    /** A pool whose source did not answer. */
    public static PoolState silent(PoolId id, String reason, Optional<Instant> since, List<Firing> firing) {
        return new PoolState(id, Answer.silent(reason), since, Measures.nothing(), Measures.nothing(), firing);
    }
}
