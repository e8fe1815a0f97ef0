package io.poolwright.watch.head;

import io.poolwright.model.live.Measures;
import io.poolwright.model.live.PoolId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * What every pool does now, and did in the last quarter of an hour. It answers every screen and every detector, so that a
 * store that is slow or gone never slows "now".
 *
 * <p>For any number of threads; looks at one pool are to come in their order.
 */
public final class Head {
    private final HeadLimits limits;
    private final Map<PoolId, Track> tracks = new ConcurrentHashMap<>();
    private final LongAdder points = new LongAdder();
    private final LongAdder late = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private volatile String lastRefused = "";

    public Head(HeadLimits limits) {
        this.limits = limits;
    }

    /** Keeps a look at a pool; one at a pool too many, or one that comes too late, is dropped and counted. */
    public Accepted append(PoolId pool, Instant at, Measures measures) {
        return append(new Point(pool, at, measures));
    }

    /** The same of a look that is at hand. */
    public Accepted append(Point point) {
        Track track = tracks.get(point.pool());
        if (track == null) {
            track = admitted(point.pool());
        }
        if (track == null) {
            refused.increment();
            lastRefused = point.pool().toString();
            return Accepted.FULL;
        }
        Accepted became = track.append(point);
        (became == Accepted.KEPT ? points : late).increment();
        return became;
    }

    private @Nullable Track admitted(PoolId pool) {
        synchronized (tracks) {
            if (tracks.size() >= limits.pools() && !tracks.containsKey(pool)) {
                return null;
            }
            return tracks.computeIfAbsent(pool, it -> new Track(limits));
        }
    }

    /** The last look at a pool; empty when there was none. */
    public Optional<Point> latest(PoolId pool) {
        Track track = tracks.get(pool);
        return track == null ? Optional.empty() : Optional.ofNullable(track.latest());
    }

    /** The last look at each pool, in no order. */
    public List<Point> latest() {
        List<Point> all = new ArrayList<>(tracks.size());
        for (Track track : tracks.values()) {
            Point point = track.latest();
            if (point != null) {
                all.add(point);
            }
        }
        return all;
    }

    /** The looks at a pool between two times, both included; empty when there were none. */
    public Range range(PoolId pool, Instant from, Instant to) {
        Track track = tracks.get(pool);
        if (track == null || from.isAfter(to)) {
            return Range.empty();
        }
        long first = millis(from);
        long last = millis(to);
        return Unpacking.of(track.between(first, last), first, last);
    }

    /** Forgets a pool and all looks at it. */
    public void forget(PoolId pool) {
        tracks.remove(pool);
    }

    /** Forgets the pools that nobody looked at since then, such as those of copies that are gone, and says which. */
    public List<PoolId> forgetSilentSince(Instant then) {
        List<PoolId> gone = new ArrayList<>();
        tracks.forEach((pool, track) -> {
            Point latest = track.latest();
            if (latest != null && latest.at().isBefore(then) && tracks.remove(pool, track)) {
                gone.add(pool);
            }
        });
        return gone;
    }

    /** How the head fares. */
    public HeadHealth health() {
        long bytes = tracks.values().stream().mapToLong(Track::bytes).sum();
        return new HeadHealth(
                tracks.size(), limits.pools(), points.sum(), late.sum(), refused.sum(), lastRefused, bytes);
    }

    /** In ms since 1970, or the nearest that fits. */
    private static long millis(Instant time) {
        try {
            return time.toEpochMilli();
        } catch (ArithmeticException e) {
            return time.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }
}
