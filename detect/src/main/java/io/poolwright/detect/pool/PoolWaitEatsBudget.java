package io.poolwright.detect.pool;

import io.poolwright.detect.Say;
import io.poolwright.detect.pool.Trail.Sum;
import io.poolwright.model.live.Tier;

/**
 * Waiting takes a good part of the time that callers have for everything.
 *
 * <p>How many wait says nothing: a busy pool has a line that moves in milliseconds.
 */
public final class PoolWaitEatsBudget implements PoolDetector {
    /** Share of the budget, over a minute, for two minutes; a starting value. */
    static final double LINE = 0.2;
    /** Share of the budget over the last looks that is wrong at once. */
    static final double AT_ONCE = 0.5;

    private static final long HOLD = 120_000;

    @Override
    public String id() {
        return "pool-wait-eats-budget";
    }

    @Override
    public String title() {
        return "Waiting eats the callers' time";
    }

    @Override
    public boolean watches(Tier tier) {
        return tier == Tier.POOL || tier == Tier.POOLER || tier == Tier.HTTP_CLIENT || tier == Tier.WORKERS;
    }

    @Override
    public Judge judge() {
        return new Eye();
    }

    private static final class Eye implements Judge {
        private final Held over = new Held();
        private final Held severe = new Held();

        @Override
        public Sign look(Glance glance) {
            if (glance.silent()) {
                return Sign.UNKNOWN;
            }
            Budget budget = glance.callers;
            double minute = minute(glance);
            severe.be(glance.wait > AT_ONCE * budget.seconds(), glance.now);
            over.be(minute > LINE * budget.seconds(), glance.now);
            if (severe.soon()) {
                return budget.known() ? Sign.CRITICAL : Sign.WARNING;
            }
            if (over.lasts(HOLD)) {
                return Sign.WARNING;
            }
            double half = LINE / 2 * budget.seconds();
            if (glance.wait >= half || minute >= half) {
                return Sign.NEAR;
            }
            boolean knows = !Double.isNaN(minute) || !Double.isNaN(glance.wait) || glance.pending == 0;
            return knows ? Sign.CLEAR : Sign.UNKNOWN;
        }

        @Override
        public Finding say(Glance glance) {
            Budget budget = glance.callers;
            boolean now = severe.soon();
            double wait = now ? glance.wait : minute(glance);
            double line = (now ? AT_ONCE : LINE) * budget.seconds();
            String text =
                    "callers wait %s for %s %s, %s of the %s that they have (%s): what is left may be too short for the work"
                            .formatted(
                                    Say.time(wait),
                                    Words.what(glance),
                                    now ? "now" : "on the mean of the last minute",
                                    Say.percent(wait / budget.seconds()),
                                    Say.time(budget.seconds()),
                                    budget.origin());
            return new Finding(text, wait, line, "s", budget.origin());
        }

        private static double minute(Glance glance) {
            return glance.trail.minute(Sum.WAIT_SECONDS) / glance.trail.minute(Sum.WAITS);
        }
    }
}
