package io.poolwright.detect.pool;

import io.poolwright.detect.pool.Climb.Course;
import io.poolwright.detect.pool.Forecast.Why;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks ahead, on four scales from five minutes to ten hours. Three reasons why more and more is used are told apart.
 *
 * <ul>
 *   <li>No use time explains it: the used, less throughput × use time by Little's law, rises. A leak goes on, so it is
 *       followed for six times as long as it was seen.
 *   <li>Use times are not known, and it rises beside the traffic: a leak, or slower work. Followed twice as long.
 *   <li>Everything else: more traffic, or slower work. That mostly bends before long, so it is followed for as long as it was
 *       seen and twenty minutes at most.
 * </ul>
 *
 * <p>What a pool has stood at before and come down from by itself is no news.
 */
final class Outlook {
    private static final double LEAK_REACH = 6;
    /** Where use times are not known, it may be slower work as well. */
    private static final double BESIDE_REACH = 2;

    private static final double BESIDE_SURER = 1.2;
    /** Five minutes tell a rise beside the traffic from chance too badly. */
    private static final int FIRST_BESIDE = 1;

    private static final double LONGEST = 24 * 3600.0;
    private static final double LONGEST_LOAD = 1200;
    /** What hours say of traffic is out of date. */
    private static final int LAST_FOR_LOAD = 1;
    /** Least rise of a leak, in connections, and as share of the limit. */
    private static final double LEAK_RISE = 1.5;

    private static final double LEAK_SHARE = 0.05;
    private static final double LOAD_RISE = 4;
    /** Traffic wanders by itself; it must do more than that. */
    private static final double LOAD_SURER = 1.5;

    private static final double LOAD_SHARE = 0.25;
    /** Share of the slope that the second half must still have: traffic bends, leaks do not. */
    private static final double LEAK_UNBENT = 0.5;

    private static final double LOAD_UNBENT = 0.8;
    /** Buckets of the second scale that say where it stands: some eight minutes. */
    private static final int LEVEL = 6;
    /** With less room than this share of the limit it is there already, and no forecast is needed. */
    private static final double THERE = 0.05;
    /** A level above what was survived by this share of the limit is new. */
    private static final double ABOVE = 0.1;

    /** Standard errors that a rise must be worth: the shorter the buckets, the more often a day it is asked. */
    private static final double[] SURE = {10, 8.5, 7, 6};

    private final Climb[] scales = {new Climb(15_000), new Climb(75_000), new Climb(360_000), new Climb(1_800_000)};
    private final @Nullable Forecast[] forecasts = new @Nullable Forecast[scales.length];
    private final int[] running = new int[scales.length];
    private int buckets;
    private final Crest usedCrest = new Crest();
    private final Crest leakCrest = new Crest();

    /** Takes one look; accounted is how many of the used the use times explain. */
    void look(Glance glance, double accounted) {
        if (glance.startedAnew) {
            clear();
        }
        if (!(glance.seconds * 1000 <= Held.LONGEST_GAP) || Double.isNaN(glance.used) || Double.isNaN(glance.max)) {
            return;
        }
        for (int i = 0; i < scales.length; i++) {
            if (scales[i].add(glance.now, glance.seconds, glance.used, glance.used - accounted, glance.throughput)) {
                think(glance, i);
            }
        }
    }

    private void clear() {
        for (int i = 0; i < scales.length; i++) {
            scales[i].clear();
            forecasts[i] = null;
            running[i] = 0;
        }
        usedCrest.restart();
        leakCrest.restart();
    }

    private void think(Glance glance, int i) {
        if (i == 1 && ++buckets % LEVEL == 0) {
            usedCrest.take(glance.now, level(Course.USED), glance.max);
            leakCrest.take(glance.now, level(Course.UNEXPLAINED), glance.max);
        }
        Forecast now = forecast(glance, i);
        running[i] = now == null ? 0 : running[i] + 1;
        forecasts[i] = running[i] >= 2 ? now : null;
    }

    private @Nullable Forecast forecast(Glance glance, int i) {
        Climb scale = scales[i];
        double sure = SURE[i];
        for (int points : new int[] {Climb.POINTS - 1, Climb.POINTS / 2}) {
            double seen = points * scale.width / 1000.0;
            double least = Math.max(LEAK_RISE, LEAK_SHARE * glance.max);
            Optional<double[]> unexplained = unexplained(scale, points);
            Optional<Trend> leak = unexplained
                    .filter(it -> isNew(Course.UNEXPLAINED, leakCrest, glance.max))
                    .flatMap(it -> Trend.steady(it, least, sure, LEAK_UNBENT));
            if (leak.isPresent()) {
                return reach(glance, scale, leak.get(), points, Math.min(LONGEST, LEAK_REACH * seen), Why.LEAK);
            }
            if (!isNew(Course.USED, usedCrest, glance.max)) {
                continue;
            }
            Optional<Trend> beside = unexplained.isPresent() || i < FIRST_BESIDE
                    ? Optional.empty()
                    : beside(scale, points).flatMap(it -> Trend.steady(it, least, BESIDE_SURER * sure, LEAK_UNBENT));
            Forecast ahead = beside.isEmpty()
                    ? null
                    : reach(
                            glance,
                            scale,
                            beside.get(),
                            points,
                            Math.min(LONGEST, BESIDE_REACH * seen),
                            Why.BESIDE_TRAFFIC);
            if (ahead != null) {
                return ahead;
            }
            Optional<Trend> load = i > LAST_FOR_LOAD
                    ? Optional.empty()
                    : Trend.steady(
                            scale.last(Course.USED, points),
                            Math.max(LOAD_RISE, LOAD_SHARE * glance.max),
                            LOAD_SURER * sure,
                            LOAD_UNBENT);
            if (load.isPresent()) {
                return reach(glance, scale, load.get(), points, Math.min(LONGEST_LOAD, seen), Why.LOAD);
            }
        }
        return null;
    }

    private static Optional<double[]> unexplained(Climb scale, int points) {
        double[] series = scale.last(Course.UNEXPLAINED, points);
        return known(series) >= Trend.LEAST_POINTS ? Optional.of(series) : Optional.empty();
    }

    private static Optional<double[]> beside(Climb scale, int points) {
        double[] served = scale.last(Course.SERVED, points);
        return known(served) >= Trend.LEAST_POINTS
                ? Beside.traffic(scale.last(Course.USED, points), served)
                : Optional.empty();
    }

    /** Whether it stands higher than it has stood before and come down from. */
    private boolean isNew(Course course, Crest crest, double max) {
        return !(level(course) <= crest.survived() + ABOVE * max);
    }

    /** Where it stands: the mean of the last eight minutes, as the crests are measured. */
    private double level(Course course) {
        return scales[1].mean(course, LEVEL);
    }

    private static @Nullable Forecast reach(
            Glance glance, Climb scale, Trend trend, int points, double furthest, Why why) {
        double width = scale.width / 1000.0;
        Level level = Level.of(scale.last(Course.USED, points), trend.slope());
        double room = glance.max - level.now();
        double seconds = room / trend.slope() * width;
        if (room < THERE * glance.max || !(seconds <= furthest) || glance.full()) {
            return null;
        }
        return new Forecast(
                glance.now,
                seconds,
                Math.max(0, glance.max - level.high()) / trend.high() * width,
                Math.max(0, glance.max - level.low()) / trend.low() * width,
                trend.slope() / width * 3600,
                points * width,
                why);
    }

    /** The surest forecast that is still fresh. */
    @Nullable
    Forecast ahead(long now) {
        Forecast best = null;
        for (int i = 0; i < scales.length; i++) {
            Forecast one = forecasts[i];
            if (one != null && now - one.at() <= 3 * scales[i].width && (best == null || one.width() < best.width())) {
                best = one;
            }
        }
        return best;
    }

    private static int known(double[] series) {
        int known = 0;
        for (double value : series) {
            known += Double.isNaN(value) ? 0 : 1;
        }
        return known;
    }
}
