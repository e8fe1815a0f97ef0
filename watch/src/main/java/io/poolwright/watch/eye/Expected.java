package io.poolwright.watch.eye;

import io.poolwright.detect.pool.Expectations;
import io.poolwright.model.live.PoolId;
import io.poolwright.model.stack.Bound;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Settings;
import io.poolwright.watch.configured.Configuration;
import java.time.Duration;
import java.util.Optional;

/** What files say that bears on how a pool's numbers are judged. */
final class Expected {
    private Expected() {}

    static Expectations of(PoolId pool, Configuration configuration, Settings facts) {
        Expectations expected = Expectations.none();
        Optional<Setting<?>> budget =
                facts.find("stack." + pool.service() + ".budget").or(() -> facts.find("budget.client"));
        if (budget.isPresent() && budget.get().isKnown() && budget.get().get() instanceof Duration time) {
            expected = expected.withBudget(time, budget.get().source());
        }
        Optional<Part> part = configuration.of(pool);
        Optional<Part> parent = part.flatMap(it -> configuration.stack().parent(it));
        Optional<Setting<Duration>> acquire = part.flatMap(it -> time(it, Role.ACQUIRE_TIMEOUT));
        if (acquire.isPresent()) {
            expected = expected.withAcquireTimeout(
                    acquire.get().get(), acquire.get().source());
        }
        Optional<Setting<Duration>> lifetime = part.flatMap(it -> time(it, Role.MAX_LIFETIME));
        if (lifetime.isPresent()) {
            expected = expected.withMaxLifetime(
                    lifetime.get().get(), lifetime.get().source());
        }
        Optional<Setting<Duration>> queue = part.flatMap(it -> time(it, Role.QUEUE_TIMEOUT))
                .or(() -> parent.flatMap(it -> time(it, Role.QUEUE_TIMEOUT)));
        if (queue.isPresent()) {
            expected = expected.withQueueTimeout(queue.get().get(), queue.get().source());
        }
        return expected;
    }

    private static Optional<Setting<Duration>> time(Part part, Role<Duration> role) {
        return Optional.of(part.role(role))
                .filter(Setting::isKnown)
                .filter(setting ->
                        !Bound.isForever(setting.get()) && !setting.get().isZero());
    }
}
