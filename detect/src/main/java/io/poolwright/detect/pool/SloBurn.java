package io.poolwright.detect.pool;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The error budget of one service level, from two counters: all requests, and those that were too slow or failed.
 *
 * <p>Kept for three days by the minute, about 50 KB. A counter that went backwards or is missing leaves its time unseen; a
 * window of which more than a tenth is unseen, such as one that is longer than the history, is unknown. No traffic in a window
 * burns nothing.
 */
public final class SloBurn {
    private static final long MINUTE = 60_000;
    private static final int MINUTES = 3 * 24 * 60;
    private static final double SEEN = 0.9;
    /** A longer gap (ms) between two looks was not seen. */
    private static final long LONGEST_GAP = 360_000;

    private final double budget;
    private final float[] total = new float[MINUTES];
    private final float[] bad = new float[MINUTES];
    private final float[] seen = new float[MINUTES];
    private long minute = Long.MIN_VALUE;
    private long beforeMillis;
    private double totalBefore = Double.NaN;
    private double badBefore = Double.NaN;

    /**
     * A service level.
     *
     * @param objective share of requests that must be good, such as 0.999
     */
    public SloBurn(double objective) {
        if (!(objective > 0 && objective < 1)) {
            throw new IllegalArgumentException(
                    "objective: found %s; accepted: a share between 0 and 1, such as 0.999".formatted(objective));
        }
        this.budget = 1 - objective;
    }

    /**
     * Takes both counters as they are at a time; NaN when unknown. A look that is not later than the one before is refused.
     *
     * @return whether it was taken
     */
    public boolean take(Instant at, double totalNow, double badNow) {
        long now = at.toEpochMilli();
        if (minute != Long.MIN_VALUE && !Measuring.follows(beforeMillis, now)) {
            return false;
        }
        int place = turnTo(Math.floorDiv(now, MINUTE));
        double requests = totalNow - totalBefore;
        double failures = badNow - badBefore;
        if (requests >= 0 && failures >= 0 && failures <= requests && now - beforeMillis <= LONGEST_GAP) {
            share(now, requests, failures, place);
        }
        totalBefore = totalNow;
        badBefore = badNow;
        beforeMillis = now;
        return true;
    }

    /** Spreads what was counted between two looks over the minutes between them. */
    private void share(long now, double requests, double failures, int place) {
        double millis = now - beforeMillis;
        int at = place;
        long end = now;
        while (end > beforeMillis) {
            long start = Math.max(beforeMillis, Math.floorDiv(end - 1, MINUTE) * MINUTE);
            // The very end of a minute belongs to the one before.
            if (end == now && Math.floorMod(now, MINUTE) == 0) {
                at = Math.floorMod(at - 1, MINUTES);
            }
            double part = (end - start) / millis;
            total[at] += (float) (requests * part);
            bad[at] += (float) (failures * part);
            seen[at] += (float) (end - start);
            end = start;
            at = Math.floorMod(at - 1, MINUTES);
        }
    }

    private int turnTo(long next) {
        if (minute == Long.MIN_VALUE || next - minute >= MINUTES) {
            Arrays.fill(total, 0);
            Arrays.fill(bad, 0);
            Arrays.fill(seen, 0);
            minute = next;
        }
        while (minute < next) {
            minute++;
            int place = place(minute);
            total[place] = 0;
            bad[place] = 0;
            seen[place] = 0;
        }
        return place(minute);
    }

    /** Share of the budget used in a window, as a multiple of what the objective allows; empty when it was not seen in full. */
    public OptionalDouble rate(Duration window) {
        long minutes = window.toMinutes();
        if (minutes < 1 || minutes > MINUTES || minute == Long.MIN_VALUE) {
            return OptionalDouble.empty();
        }
        double requests = 0;
        double failures = 0;
        double millis = 0;
        for (long i = minute; i > minute - minutes; i--) {
            int place = place(i);
            requests += total[place];
            failures += bad[place];
            millis += seen[place];
        }
        if (millis < SEEN * (minutes - 1) * MINUTE) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(requests > 0 ? failures / requests / budget : 0);
    }

    /** All pairs of windows, worst first. */
    public List<BurnRate> rates() {
        List<BurnRate> rates = new ArrayList<>();
        for (BurnRate.Rule rule : BurnRate.Rule.values()) {
            rates.add(new BurnRate(rule, rate(rule.shortWindow()), rate(rule.longWindow())));
        }
        return List.copyOf(rates);
    }

    private static int place(long minute) {
        return (int) Math.floorMod(minute, (long) MINUTES);
    }
}
