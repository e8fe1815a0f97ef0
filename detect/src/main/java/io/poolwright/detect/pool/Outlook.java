package io.poolwright.detect.pool;

import io.poolwright.detect.pool.Climb.Course;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks ahead, on three scales: minutes, an hour, a working day. Told apart are two reasons why more and more is used.
 *
 * <ul>
 *   <li>What traffic does not explain (the used, less throughput × use time by Little's law; or, where use times are not known, a
 *       rise beside the traffic): a leak. It goes on, so it is followed for six times as long as it was seen.
 *   <li>Everything else: more traffic or slower work. It mostly bends before long, so it is followed for as long as it was seen
 *       and half an hour at most, and never up to a level that the pool has survived before.
 * </ul>
 */
final class Outlook {
    private static final double LEAK_REACH = 6;
    private static final double LONGEST_LEAK = 24 * 3600.0;
    private static final double LONGEST_RAMP = 1800;
    /** Least rise of a leak, in connections, and as share of the limit. */
    private static final double LEAK_RISE = 1.5;

    private static final double LEAK_SHARE = 0.05;
    private static final double RAMP_RISE = 3;
    private static final double RAMP_SHARE = 0.15;
    /** A level this much above what was survived is new. */
    private static final double ABOVE = 1.05;

    private final Climb[] scales = {new Climb(15_000), new Climb(120_000), new Climb(1_200_000)};
    private final @Nullable Forecast[] forecasts = new @Nullable Forecast[scales.length];
    private final int[] running = new int[scales.length];
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
        if (i == 1) {
            take(usedCrest, glance.now, scales[i].mean(Course.USED, 1));
            take(leakCrest, glance.now, scales[i].mean(Course.UNEXPLAINED, 1));
        }
        Forecast now = forecast(glance, scales[i]);
        running[i] = now == null ? 0 : running[i] + 1;
        forecasts[i] = running[i] >= 2 ? now : null;
    }

    private static void take(Crest crest, long now, double level) {
        if (!Double.isNaN(level)) {
            crest.take(now, level);
        }
    }

    private @Nullable Forecast forecast(Glance glance, Climb scale) {
        for (int points : new int[] {Climb.POINTS - 1, Climb.POINTS / 2}) {
            Optional<Trend> leak = leak(glance.max, scale, points);
            Optional<Forecast> ahead = leak.flatMap(it -> reach(
                    glance,
                    scale,
                    it,
                    points,
                    Math.min(LONGEST_LEAK, LEAK_REACH * points * scale.width / 1000.0),
                    true));
            if (ahead.isPresent()) {
                return ahead.get();
            }
            Optional<Forecast> ramp = leak.isPresent() ? Optional.empty() : ramp(glance, scale, points);
            if (ramp.isPresent()) {
                return ramp.get();
            }
        }
        return null;
    }

    private Optional<Trend> leak(double max, Climb scale, int points) {
        double least = Math.max(LEAK_RISE, LEAK_SHARE * max);
        double[] series = new double[points];
        scale.last(Course.UNEXPLAINED, series);
        if (known(series) >= Trend.LEAST_POINTS) {
            boolean survived = scale.mean(Course.UNEXPLAINED, 3) <= ABOVE * leakCrest.survived();
            return survived ? Optional.empty() : Trend.steady(series, least);
        }
        double[] served = new double[points];
        scale.last(Course.SERVED, served);
        if (known(served) < Trend.LEAST_POINTS || scale.mean(Course.USED, 3) <= ABOVE * usedCrest.survived()) {
            return Optional.empty();
        }
        scale.last(Course.USED, series);
        return Beside.traffic(series, served).flatMap(rest -> Trend.steady(rest, least));
    }

    private Optional<Forecast> ramp(Glance glance, Climb scale, int points) {
        double survived = usedCrest.survived();
        if (scale.mean(Course.USED, 3) <= ABOVE * survived) {
            return Optional.empty();
        }
        double[] series = new double[points];
        scale.last(Course.USED, series);
        double seen = points * scale.width / 1000.0;
        double furthest = survived > 0 ? seen : Math.min(seen, LONGEST_RAMP);
        return Trend.steady(series, Math.max(RAMP_RISE, RAMP_SHARE * glance.max))
                .flatMap(it -> reach(glance, scale, it, points, furthest, false));
    }

    private static Optional<Forecast> reach(
            Glance glance, Climb scale, Trend trend, int points, double furthest, boolean leak) {
        double width = scale.width / 1000.0;
        // The mean of the last four buckets lies two and a half buckets back.
        double level = scale.mean(Course.USED, 4) + 2.5 * trend.slope();
        double room = Math.max(0, glance.max - level);
        double seconds = room / trend.slope() * width;
        if (!(seconds <= furthest) || glance.full()) {
            return Optional.empty();
        }
        return Optional.of(new Forecast(
                glance.now,
                seconds,
                room / trend.high() * width,
                room / trend.low() * width,
                trend.slope() / width * 3600,
                points * width,
                leak));
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
