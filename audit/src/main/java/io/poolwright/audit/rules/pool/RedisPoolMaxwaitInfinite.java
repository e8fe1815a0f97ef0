package io.poolwright.audit.rules.pool;

import io.poolwright.audit.Evidence;
import io.poolwright.audit.PartRule;
import io.poolwright.audit.RuleSpec;
import io.poolwright.audit.Scope;
import io.poolwright.audit.Severity;
import io.poolwright.audit.Verdict;
import io.poolwright.model.stack.Bound;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Layer;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * A slow cache does not hold a request for ever.
 *
 * <p>Line: max-wait ≥ 0 where a Redis pool is configured; −1 ms when unset. Source: Spring Boot metadata (spring.data.redis.lettuce.pool.max-wait, jedis.pool.max-wait).
 */
public final class RedisPoolMaxwaitInfinite implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "redis-pool-maxwait-infinite",
            "Redis pool max-wait = -1",
            Severity.MEDIUM,
            Scope.SINGLE_FILE,
            List.of(Layer.APP_CACHE),
            "Spring Boot metadata (spring.data.redis.lettuce.pool.max-wait, jedis.pool.max-wait)");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.CACHE_POOL).filter(pool -> pool.has(Role.ACQUIRE_TIMEOUT));
    }

    @Override
    public Verdict judge(Part pool, Stack stack, Evidence evidence) {

        Setting<Duration> wait = pool.role(Role.ACQUIRE_TIMEOUT);
        if (!Bound.isForever(evidence.use(wait, "the longest wait for a connection"))) {
            return evidence.pass();
        }
        return evidence.at(pool.origin())
                .at(wait)
                .change(wait, "500ms")
                .finding(
                        "Requests wait without end for a connection of the %s pool '%s': max-wait is %s"
                                .formatted(
                                        pool.product(),
                                        pool.name(),
                                        wait.written().orElse("not set")),
                        "max-wait 500ms: less than the time-out of a command");
    }
}
