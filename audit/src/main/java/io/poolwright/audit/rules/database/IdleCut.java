package io.poolwright.audit.rules.database;

import io.poolwright.audit.Evidence;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import java.time.Duration;
import java.util.Optional;

/** Whether a pool lets go of an idle connection, or pings it, before somebody else cuts it. */
final class IdleCut {
    private IdleCut() {}

    /**
     * Whether no idle connection gets as old as the limit.
     *
     * @param limit silence after which the other side cuts
     * @param margin that the lifetime must keep from the limit
     */
    static boolean survives(Part pool, Duration limit, Duration margin, Evidence evidence) {
        Setting<Duration> lifetime = pool.role(Role.MAX_LIFETIME);
        if (lifetime.isKnown() && lifetime.get().compareTo(limit.minus(margin)) < 0) {
            return true;
        }
        Setting<Duration> keepalive = pool.role(Role.KEEPALIVE);
        if (keepalive.isKnown() && keepalive.get().compareTo(limit) < 0) {
            return true;
        }
        if (empties(pool, limit)) {
            return true;
        }
        evidence.use(lifetime, "the longest life of a connection of the pool");
        evidence.use(keepalive, "the pool's keepalive");
        return false;
    }

    /** An elastic pool that keeps no idle connection closes each of them in time. */
    private static boolean empties(Part pool, Duration limit) {
        Optional<Setting<Duration>> idle =
                Optional.of(pool.role(Role.POOL_IDLE_TIMEOUT)).filter(Setting::isKnown);
        Setting<Long> least = pool.role(Role.POOL_MIN_IDLE);
        return least.isKnown()
                && least.get() == 0
                && idle.filter(time -> time.get().compareTo(limit) < 0).isPresent();
    }
}
