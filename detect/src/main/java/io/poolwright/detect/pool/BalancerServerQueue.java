package io.poolwright.detect.pool;

import io.poolwright.detect.Say;
import io.poolwright.detect.pool.Trail.Sum;
import io.poolwright.model.live.Tier;

/**
 * Requests wait at the balancer for a slot towards a server, and long against what the balancer lets them wait; or gave up
 * there.
 *
 * <p>A balancer's own mean looks back over a thousand requests; right after a change the line itself tells more, by Little's
 * law.
 */
public final class BalancerServerQueue implements PoolDetector {
    /** Share of the time that a request may wait; a starting value. */
    static final double LINE = 0.2;
    /** From here it is a matter of moments until requests are turned away. */
    static final double SEVERE = 0.5;
    /** A look that spans so long (s) is not the chance of a moment. */
    private static final double LONG = 10;

    @Override
    public String id() {
        return "balancer-server-queue";
    }

    @Override
    public String title() {
        return "Requests queue for a server at the balancer";
    }

    @Override
    public boolean watches(Tier tier) {
        return tier == Tier.SERVER;
    }

    @Override
    public Judge judge() {
        return new Eye();
    }

    private static final class Eye implements Judge {
        private final Held line = new Held();
        private final Held over = new Held();
        private final Losses losses = new Losses();

        @Override
        public Sign look(Glance glance) {
            Sign lost = losses.look(glance.now, glance.lost);
            if (lost.fires() || glance.silent() || Double.isNaN(glance.pending)) {
                return lost.fires() ? lost : Sign.UNKNOWN;
            }
            Budget budget = glance.queue;
            boolean waiting = glance.pending > 0;
            line.be(waiting, glance.now);
            boolean bad = waiting && glance.wait > LINE * budget.seconds();
            over.be(bad, glance.now);
            if (over.soon() || (bad && glance.seconds >= LONG && line.looks() >= 2)) {
                return budget.known() && glance.wait > SEVERE * budget.seconds() ? Sign.CRITICAL : Sign.WARNING;
            }
            return waiting && !(glance.wait < LINE / 2 * budget.seconds()) ? Sign.NEAR : Sign.CLEAR;
        }

        @Override
        public Finding say(Glance glance) {
            Budget budget = glance.queue;
            double lost = glance.trail.threeMinutes(Sum.LOST);
            String gaveUp = lost > 0 ? "; %s gave up there in the last 3 min".formatted(Say.number(lost)) : "";
            String text =
                    "%s requests wait for a slot at %s, %s, %s of the %s after which the balancer gives up (%s)%s: users wait before the application sees them"
                            .formatted(
                                    Words.known(glance.pending),
                                    glance.pool.name(),
                                    Double.isNaN(glance.wait) ? "for a time unknown" : Say.time(glance.wait) + " each",
                                    Double.isNaN(glance.wait) ? "unknown" : Say.percent(glance.wait / budget.seconds()),
                                    Say.time(budget.seconds()),
                                    budget.origin(),
                                    gaveUp);
            return new Finding(text, glance.wait, LINE * budget.seconds(), "s", budget.origin());
        }
    }
}
