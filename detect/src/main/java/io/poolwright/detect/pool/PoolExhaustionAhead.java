package io.poolwright.detect.pool;

import io.poolwright.detect.Say;
import io.poolwright.model.live.Tier;
import java.time.Duration;

/** More and more is used, steadily, and the limit is in sight. */
public final class PoolExhaustionAhead implements PoolDetector {
    /** Closer than this (s) it is a matter for now. */
    static final double NOW = 900;

    @Override
    public String id() {
        return "pool-exhaustion-ahead";
    }

    @Override
    public String title() {
        return "Reaches its limit soon";
    }

    @Override
    public boolean watches(Tier tier) {
        return tier != Tier.SERVER;
    }

    @Override
    public Duration quiet() {
        return Duration.ofMinutes(10);
    }

    @Override
    public Judge judge() {
        return new Eye();
    }

    private static final class Eye implements Judge {

        @Override
        public Sign look(Glance glance) {
            if (glance.silent() || Double.isNaN(glance.used) || Double.isNaN(glance.max)) {
                return Sign.UNKNOWN;
            }
            Forecast ahead = glance.outlook.ahead(glance.now);
            if (ahead == null) {
                return glance.full() ? Sign.NEAR : Sign.CLEAR;
            }
            return ahead.left(glance.now) <= NOW ? Sign.CRITICAL : Sign.WARNING;
        }

        @Override
        public Finding say(Glance glance) {
            Forecast ahead = glance.outlook.ahead(glance.now);
            if (ahead == null) {
                throw new IllegalStateException("a forecast fired and is not there");
            }
            String text = "%s of %s %s are used, %s an hour more for %s%s: it reaches its limit in %s (%s to %s)"
                    .formatted(
                            Words.known(glance.used),
                            Words.known(glance.max),
                            Words.what(glance),
                            Say.number(ahead.perHour()),
                            Say.span(ahead.seen()),
                            ahead.why().words(),
                            Say.span(ahead.seconds()),
                            Say.span(ahead.soonest()),
                            Say.span(ahead.latest()));
            return new Finding(text, ahead.seconds(), 0, "s", "the pool's own limit of " + Words.known(glance.max));
        }
    }
}
