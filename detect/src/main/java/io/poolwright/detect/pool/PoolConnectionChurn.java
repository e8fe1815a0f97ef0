package io.poolwright.detect.pool;

import io.poolwright.detect.Say;
import io.poolwright.detect.pool.Trail.Sum;
import io.poolwright.model.live.Measure;
import io.poolwright.model.live.Tier;
import java.time.Duration;

/**
 * Connections are opened far more often than their lifetime asks for: something on the way ends them, or the pool does not
 * keep them. Each costs a handshake and a process or thread in the database.
 *
 * <p>A pool that fills, or is emptied once by a failover, opens each of its connections once or twice; that is not churn.
 */
public final class PoolConnectionChurn implements PoolDetector {
    /** Times as many as the lifetime asks for; a starting value. */
    static final double FACTOR = 3;
    /** Times the pool's size that may be opened in five minutes without a reason. */
    static final double REFILLS = 2;
    /** Opened for each so many borrows: the pool does not pool. */
    static final double SHARE = 0.1;

    private static final double SPAN = 300;
    /** Lifetime of a connection where none is written down (s): HikariCP's default, and a common choice. */
    private static final double USUAL_LIFETIME = 1800;
    /** Opened in five minutes, at least, where the pool's size is not known. */
    private static final double LEAST = 20;

    @Override
    public String id() {
        return "pool-connection-churn";
    }

    @Override
    public String title() {
        return "Connections do not live";
    }

    @Override
    public boolean watches(Tier tier) {
        return tier == Tier.POOL || tier == Tier.HTTP_CLIENT || tier == Tier.POOLER;
    }

    @Override
    public Duration quiet() {
        return Duration.ofMinutes(2);
    }

    @Override
    public Judge judge() {
        return new Eye();
    }

    private static final class Eye implements Judge {
        private final Held over = new Held();

        @Override
        public Sign look(Glance glance) {
            double rate = glance.measures.raw(Measure.CREATED);
            if (Double.isNaN(rate)) {
                return Sign.UNKNOWN;
            }
            double opened = glance.trail.fiveMinutes(Sum.CREATED);
            double line = line(glance);
            boolean goesOn = glance.trail.minute(Sum.CREATED) >= opened / 20;
            over.be(opened > line && goesOn, glance.now);
            if (over.soon()) {
                return Sign.WARNING;
            }
            return opened < line / 2 ? Sign.CLEAR : Sign.NEAR;
        }

        private static double line(Glance glance) {
            if (!(glance.max > 0)) {
                return Math.max(LEAST, SHARE * glance.trail.fiveMinutes(Sum.SERVED));
            }
            double byLifetime = REFILLS * glance.max + FACTOR * glance.max * SPAN / lifetime(glance);
            double byUse = Math.max(REFILLS * glance.max, SHARE * glance.trail.fiveMinutes(Sum.SERVED));
            return Math.min(byLifetime, byUse);
        }

        private static double lifetime(Glance glance) {
            return glance.expected
                    .maxLifetime()
                    .map(it -> it.value().toMillis() / 1000.0)
                    .filter(seconds -> seconds > 0)
                    .orElse(USUAL_LIFETIME);
        }

        @Override
        public Finding say(Glance glance) {
            double opened = glance.trail.fiveMinutes(Sum.CREATED);
            double served = glance.trail.fiveMinutes(Sum.SERVED);
            String origin = glance.expected
                    .maxLifetime()
                    .map(it -> "a lifetime of %s (%s)"
                            .formatted(Say.time(it.value().toMillis() / 1000.0), it.origin()))
                    .orElse("a lifetime of 30 min, assumed");
            String share =
                    served > 0 ? ", one for each %s borrows".formatted(Say.number(Math.max(1, served / opened))) : "";
            String text =
                    "%s connections were opened in 5 min%s; a limit of %s and %s ask for %s at most: each costs a handshake, and the database may still hold the old one"
                            .formatted(
                                    Say.number(opened),
                                    share,
                                    Words.known(glance.max),
                                    origin,
                                    Say.number(line(glance)));
            return new Finding(text, opened, line(glance), "", origin);
        }
    }
}
