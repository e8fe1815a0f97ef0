package io.poolwright.detect.pool;

import io.poolwright.detect.pool.Trail.Sum;
import io.poolwright.model.live.Tier;
import java.time.Duration;

/**
 * Callers give up although something is free, at every look: the pool is not too small; it cannot hand out what it has.
 *
 * <p>Between two looks a pool may have been full for a moment, so one time is not enough.
 */
public final class PoolIdleYetTimingOut implements PoolDetector {

    @Override
    public String id() {
        return "pool-idle-yet-timing-out";
    }

    @Override
    public String title() {
        return "Callers give up while connections are idle";
    }

    @Override
    public boolean watches(Tier tier) {
        return tier == Tier.POOL || tier == Tier.POOLER || tier == Tier.HTTP_CLIENT;
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
            boolean free = glance.idle > 0 && glance.idleBefore > 0 && !glance.full();
            Sign sign = losses.look(glance.now, free ? glance.timeouts : glance.timeouts > 0 ? 0 : glance.timeouts);
            return switch (sign) {
                case CRITICAL -> Sign.WARNING;
                case WARNING -> Sign.NEAR;
                default -> sign;
            };
        }

        @Override
        public Finding say(Glance glance) {
            double lost = glance.trail.threeMinutes(Sum.LOST);
            String text =
                    ("%s callers gave up in the last 3 min while %s %s are idle: more of them would not help; look for a check"
                                    + " that stalls, dead connections, pauses of the process, or a wait that is too short")
                            .formatted(Words.known(lost), Words.known(glance.idle), Words.what(glance));
            return new Finding(text, glance.idle, 0, "", "none idle while somebody gives up");
        }
    }
}
