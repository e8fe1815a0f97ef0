package io.poolwright.detect.pool;

import io.poolwright.model.Answer;
import io.poolwright.model.live.Measures;
import io.poolwright.model.live.PoolId;
import io.poolwright.model.live.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The eye that is kept on one pool: takes each look in turn and says what was measured and which alerts fire.
 *
 * <p>Deterministic: the same looks in the same order give the same alerts. Not for use by several threads.
 *
 * <p>A look that is not later than the one before by {@link Measuring#LEAST_MILLIS} is refused: it changes nothing, measures
 * nothing, and is counted.
 */
public final class PoolWatch {
    private final Glance glance;
    private final Post[] posts;
    private List<PoolAlert> firing = List.of();
    private long last = Long.MIN_VALUE;
    private long refused;

    public PoolWatch(PoolId pool, Expectations expected) {
        this(pool, expected, PoolDetectors.all());
    }

    PoolWatch(PoolId pool, Expectations expected, List<PoolDetector> detectors) {
        this.glance = new Glance(Objects.requireNonNull(pool, "pool"), Objects.requireNonNull(expected, "expected"));
        this.posts = detectors.stream()
                .filter(detector -> detector.watches(pool.tier()))
                .map(Post::new)
                .toArray(Post[]::new);
    }

    public PoolId pool() {
        return glance.pool;
    }

    /** From now on something else is written down about the pool. */
    public void expect(Expectations expected) {
        glance.expect(Objects.requireNonNull(expected, "expected"));
    }

    /** Alerts that fire, in id order. */
    public List<PoolAlert> firing() {
        return firing;
    }

    /** How many looks came too early or in the wrong order. */
    public long refused() {
        return refused;
    }

    /** Takes one look: the pool's reading, or why there is none. */
    public PoolLook take(Instant at, Answer<Reading> answer) {
        long now = at.toEpochMilli();
        if (last != Long.MIN_VALUE && !Measuring.follows(last, now)) {
            refused++;
            return new PoolLook(Measures.nothing(), firing, List.of(), List.of());
        }
        last = now;
        if (answer instanceof Answer.Answered<Reading> answered) {
            glance.see(now, answered.it());
        } else if (answer instanceof Answer.Silent<Reading> silent) {
            glance.miss(now, silent.reason());
        }
        boolean changed = false;
        for (Post post : posts) {
            changed |= post.look(glance);
        }
        return changed ? news() : new PoolLook(glance.measures, firing, List.of(), List.of());
    }

    private PoolLook news() {
        List<PoolAlert> now = new ArrayList<>();
        List<PoolAlert> fresh = new ArrayList<>();
        List<PoolAlert> ended = new ArrayList<>();
        for (Post post : posts) {
            post.report(now, fresh, ended);
        }
        firing = List.copyOf(now);
        return new PoolLook(glance.measures, firing, fresh, ended);
    }
}
