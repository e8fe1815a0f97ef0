package io.poolwright.detect.pool;

import io.poolwright.detect.Say;
import io.poolwright.detect.pool.Trail.Sum;
import io.poolwright.model.live.Measure;
import io.poolwright.model.live.Tier;

/**
 * What was lent out does not come back.
 *
 * <p>A slow database fills a pool too, but what it holds is in the use times of what returns: throughput × use time comes to
 * what is used. What leaked never returns, and is in no use time.
 */
public final class PoolLeakSuspected implements PoolDetector {
    /** Share of the usual returns; a starting value. */
    static final double RETURNS = 0.2;
    /** Share of the used that the use times must account for, to clear the pool of leaking. */
    static final double ACCOUNTED = 0.5;
    /** How long it must have been so (ms): the longest statements and locks that people put up with are shorter. */
    static final long HOLD = 120_000;

    /** Seconds of good health, at least, that say what is usual. */
    private static final double LEARNED = 300;
    /** Half of what is usual is forgotten in about this time (s). */
    private static final double MEMORY = 1800;
    /** Fewer returns than this (1/s) are no measure. */
    private static final double LEAST_RATE = 0.1;

    @Override
    public String id() {
        return "pool-leak-suspected";
    }

    @Override
    public String title() {
        return "Connections are not given back";
    }

    @Override
    public boolean watches(Tier tier) {
        return tier == Tier.POOL || tier == Tier.HTTP_CLIENT || tier == Tier.POOLER;
    }

    @Override
    public Judge judge() {
        return new Eye();
    }

    private static final class Eye implements Judge {
        private final Held held = new Held();
        private final Losses leaks = new Losses();
        private double usual;
        private double learned;
        private boolean told;

        @Override
        public Sign look(Glance glance) {
            Sign leaked = leaks.look(glance.now, glance.leaks);
            told = leaked.fires();
            if (glance.startedAnew) {
                held.no();
            }
            if (told) {
                return Sign.WARNING;
            }
            if (Double.isNaN(glance.throughput) || Double.isNaN(glance.used) || Double.isNaN(glance.max)) {
                return leaked == Sign.UNKNOWN ? Sign.UNKNOWN : Sign.NEAR;
            }
            if (!glance.full()) {
                learn(glance);
                held.no();
                return Sign.CLEAR;
            }
            boolean few = learned >= LEARNED && usual >= LEAST_RATE && returns(glance) <= RETURNS * usual;
            boolean unaccounted = !(accounted(glance) >= ACCOUNTED * glance.used);
            held.be(few && unaccounted, glance.now);
            if (held.lasts(HOLD)) {
                return Sign.CRITICAL;
            }
            return few ? Sign.NEAR : Sign.CLEAR;
        }

        private void learn(Glance glance) {
            double seconds = Math.min(glance.seconds, Held.LONGEST_GAP / 1000.0);
            learned = Math.min(MEMORY, learned + seconds);
            usual += (glance.throughput - usual) * Math.min(1, seconds / learned);
        }

        private static double returns(Glance glance) {
            return glance.trail.minute(Sum.SERVED) / glance.trail.minute(Sum.SERVED_SECONDS);
        }

        /** How many of the used the use times of what returned explain; unknown when nothing did. */
        private static double accounted(Glance glance) {
            return returns(glance) * glance.measures.raw(Measure.USE_MEAN);
        }

        @Override
        public Finding say(Glance glance) {
            if (told) {
                String text =
                        "the pool itself reports %s that were lent out and not given back (%s): each is lost until the process ends"
                                .formatted(Say.number(glance.leaks), Words.fill(glance));
                return new Finding(text, glance.leaks, 0, "", "none may be lost");
            }
            double accounted = accounted(glance);
            String explain = accounted >= 0
                    ? "the use times of what returns explain %s of them".formatted(Say.number(accounted))
                    : "nothing at all returns";
            String text =
                    "%s for %s and only %s given back, %s of the usual %s (line: %s); %s: the rest may never come back"
                            .formatted(
                                    Words.fill(glance),
                                    Say.time(held.millis() / 1000.0),
                                    Say.rate(returns(glance)),
                                    Say.percent(returns(glance) / usual),
                                    Say.rate(usual),
                                    Say.percent(RETURNS),
                                    explain);
            return new Finding(
                    text, returns(glance), RETURNS * usual, "1/s", "20 % of what this pool usually gives back");
        }
    }
}
