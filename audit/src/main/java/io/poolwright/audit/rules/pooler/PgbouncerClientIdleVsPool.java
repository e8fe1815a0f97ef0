package io.poolwright.audit.rules.pooler;

import io.poolwright.audit.Evidence;
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
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * PgBouncer must not close a client's connection that a pool still holds ready.
 *
 * <p>Line: client_idle_timeout off, or longer than the lifetime of the pool or its keepalive. Source: PgBouncer documentation,
 * client_idle_timeout, which wants it larger than the lifetime at the client.
 */
public final class PgbouncerClientIdleVsPool implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "pgbouncer-client-idle-vs-pool",
            "client_idle_timeout below app pool lifetime",
            Severity.HIGH,
            Scope.CROSS_LAYER,
            List.of(Layer.POOLER, Layer.APP_POOL),
            "PgBouncer documentation, client_idle_timeout");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.POOL).filter(pool -> Poolers.pooler(pool, stack)
                .filter(one -> one.isDeclared("client_idle_timeout"))
                .isPresent());
    }

    @Override
    public Verdict judge(Part subject, Stack stack, Evidence evidence) {
        Part pooler = Poolers.pooler(subject, stack).orElseThrow();
        Setting<Duration> setting = pooler.duration("client_idle_timeout");
        Duration idle = evidence.use(setting, "client_idle_timeout");
        if (Bound.isForever(idle)) {
            return evidence.pass();
        }
        Setting<Duration> lifetime = subject.role(Role.MAX_LIFETIME);
        Setting<Duration> keepalive = subject.role(Role.KEEPALIVE);
        boolean kept = (lifetime.isKnown() && lifetime.get().compareTo(idle) <= 0)
                || (keepalive.isKnown() && keepalive.get().compareTo(idle) <= 0);
        if (kept) {
            return evidence.pass();
        }
        Duration life = evidence.use(lifetime, "the longest life of a connection of the pool");
        evidence.use(keepalive, "the pool's keepalive");
        return evidence.finding(
                "PgBouncer '%s' closes a client after %s of silence (client_idle_timeout), and pool '%s' keeps its connections for %s"
                        .formatted(
                                pooler.name(),
                                Say.time(idle),
                                subject.name(),
                                Bound.isForever(life) ? "ever" : Say.time(life)),
                Bound.isForever(life)
                        ? "client_idle_timeout = 0, or a keepalive below it"
                        : "client_idle_timeout above %d (seconds): %s + 60 s; or a keepalive below it"
                                .formatted(life.toSeconds() + 60, Say.time(life)));
    }
}
