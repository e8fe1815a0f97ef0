package io.poolwright.detect.pool;

import io.poolwright.detect.Say;
import io.poolwright.detect.pool.Trail.Sum;
import io.poolwright.model.live.Tier;
import java.time.Duration;

/** Callers give up waiting, or are turned away: a user saw each of them. */
public final class PoolTimingOut implements PoolDetector {

    @Override
    public String id() {
        return "pool-timing-out";
    }

    @Override
    public String title() {
        return "Callers give up waiting";
    }

    @Override
    public boolean watches(Tier tier) {
        return tier != Tier.SERVER && tier != Tier.DATABASE;
    }

    @Override
    public Duration quiet() {
        return Duration.ofMillis(Losses.SPAN);
    }

    @Override
    public Judge judge() {
        return new Eye();
    }

    private static final class Eye implements Judge {
        private final Losses losses = new Losses();

        @Override
        public Sign look(Glance glance) {
            return losses.look(glance.now, glance.lost);
        }

        @Override
        public Finding say(Glance glance) {
            double lost = glance.trail.threeMinutes(Sum.LOST);
            String after = glance.expected
                    .acquireTimeout()
                    .map(it -> " after %s (%s)".formatted(Say.time(it.value().toMillis() / 1000.0), it.origin()))
                    .orElse("");
            String text = "%s gave up waiting for %s%s in the last 3 min; %s: each is a request that failed"
                    .formatted(
                            lost == 1 ? "1 caller" : Say.number(lost) + " callers",
                            Words.what(glance),
                            after,
                            Words.fill(glance));
            return new Finding(text, lost, 0, "", "none may give up");
        }
    }
}
