package io.poolwright.audit.rules.pool;

import io.poolwright.audit.Evidence;
import io.poolwright.audit.Hops;
import io.poolwright.audit.PartRule;
import io.poolwright.audit.RuleSpec;
import io.poolwright.audit.Say;
import io.poolwright.audit.Scope;
import io.poolwright.audit.Severity;
import io.poolwright.audit.Verdict;
import io.poolwright.model.stack.Bound;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Layer;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Stack;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The whole wait for a connection, tries and log-ins included, fits into what the proxy allows.
 *
 * <p>Line: connectionTimeoutInMs + loginTimeoutInSeconds × 1000 &lt; response time-out of the proxy; since Vibur 22; before, + acquireRetryAttempts × (loginTimeoutInSeconds × 1000 + acquireRetryDelayInMs). Source: vibur-dbcp 16.1, 22.2, 25.0 and 26.0, ViburConfig (connectionTimeoutInMs).
 */
public final class ViburEffectiveAcquire implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "vibur-effective-acquire",
            "Vibur effective acquire time exceeds outer timeout",
            Severity.HIGH,
            Scope.CROSS_LAYER,
            List.of(Layer.APP_POOL, Layer.LB),
            "vibur-dbcp 16.1, 22.2, 25.0 and 26.0, ViburConfig (connectionTimeoutInMs)");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.POOL, "vibur")
                .filter(pool -> !Hops.adjacent(pool, stack).isEmpty());
    }

    @Override
    public Verdict judge(Part pool, Stack stack, Evidence evidence) {

        Duration wait = evidence.use(pool.duration("connectionTimeoutInMs"), "the longest wait for a connection");
        Duration login = evidence.use(pool.duration("loginTimeoutInSeconds"), "the longest log-in");
        Part hop = Hops.adjacent(pool, stack).get(0);
        Duration outer = evidence.use(hop.role(Role.RESPONSE_TIMEOUT), "how long the proxy waits for an answer");
        Duration now = Bound.plus(wait, login);
        Duration whole = now;
        if (now.compareTo(outer) <= 0
                && pool.version().map(version -> version.major() < 22).orElse(true)) {
            if (pool.version().isEmpty()) {
                Duration before = old(pool, evidence, now, login);
                return before.compareTo(outer) > 0
                        ? evidence.cannotTell(
                                "the version of Vibur, for the wait of pool '%s' (%s in version 22 and later, %s before)"
                                        .formatted(pool.name(), Say.time(now), Say.time(before)))
                        : evidence.pass();
            }
            whole = old(pool, evidence, now, login);
        }
        if (whole.compareTo(outer) <= 0) {
            return evidence.pass();
        }
        return evidence.at(pool.origin())
                .at(pool.duration("connectionTimeoutInMs"))
                .finding(
                        "Borrowing from pool '%s' can take %s, longer than %s waits for an answer (%s)"
                                .formatted(pool.name(), Say.time(whole), hop, Say.time(outer)),
                        "connectionTimeoutInMs and loginTimeoutInSeconds that together stay below half of %s"
                                .formatted(Say.time(outer)));
    }

    private static Duration old(Part pool, Evidence evidence, Duration now, Duration login) {
        long tries = evidence.use(pool.count("acquireRetryAttempts"), "the further tries");
        Duration delay = pool.duration("acquireRetryDelayInMs").isKnown()
                ? evidence.use(pool.duration("acquireRetryDelayInMs"), "the pause between tries")
                : Duration.ofSeconds(1);
        return Bound.isForever(now) ? now : now.plus(login.plus(delay).multipliedBy(tries));
    }
}
