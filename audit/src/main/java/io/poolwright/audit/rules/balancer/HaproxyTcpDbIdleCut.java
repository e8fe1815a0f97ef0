package io.poolwright.audit.rules.balancer;

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
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A TCP balancer in front of a database must not cut what the pool believes alive.
 *
 * <p>Line: min(timeout client, timeout server), or timeout tunnel, ≥ the pool's keepalive; with keepalive off, ≥ the lesser
 * of its lifetime and idle timeout. Source: HAProxy configuration manual 4.2, "timeout client", "timeout tunnel".
 */
public final class HaproxyTcpDbIdleCut implements PartRule {
    private static final Duration MARGIN = Duration.ofSeconds(60);
    private static final RuleSpec SPEC = new RuleSpec(
            "haproxy-tcp-db-idle-cut",
            "HAProxy cuts idle pooled database connections",
            Severity.CRITICAL,
            Scope.CROSS_LAYER,
            List.of(Layer.LB, Layer.APP_POOL, Layer.DB),
            "HAProxy configuration manual 4.2, timeout client, timeout server, timeout tunnel");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.POOL).filter(pool -> listener(pool, stack).isPresent());
    }

    private static Optional<Part> listener(Part pool, Stack stack) {
        return stack.callees(pool).stream()
                .filter(callee ->
                        callee.kind() == Kind.FRONTEND && callee.product().equals(Haproxies.HAPROXY))
                .filter(frontend -> Haproxies.isMode(frontend, "tcp"))
                .findFirst();
    }

    @Override
    public Verdict judge(Part pool, Stack stack, Evidence evidence) {
        Part frontend = listener(pool, stack).orElseThrow();
        Setting<Duration> cut = cut(frontend, stack);
        Duration limit = evidence.use(cut, "the silence after which HAProxy cuts");
        if (Bound.isForever(limit)) {
            return evidence.pass();
        }
        Duration silence;
        String because;
        Setting<Duration> keepalive = pool.role(Role.KEEPALIVE);
        Duration ping = pool.has(Role.KEEPALIVE) ? evidence.use(keepalive, "the pool's keepalive") : Bound.FOREVER;
        if (Bound.isForever(ping)) {
            Setting<Duration> life = pool.role(Role.MAX_LIFETIME);
            Setting<Duration> idle = pool.role(Role.POOL_IDLE_TIMEOUT);
            Setting<Duration> first = first(life, idle);
            silence = evidence.use(first, "the longest that a connection may lie idle in the pool");
            because = "keeps an idle connection for %s (%s), without pings".formatted(Say.time(silence), first.name());
        } else {
            silence = ping;
            because = "pings an idle connection every " + Say.time(ping);
        }
        if (limit.compareTo(silence) >= 0) {
            return evidence.pass();
        }
        if (!Bound.isForever(silence)) {
            evidence.change(cut, Haproxies.written(silence.plus(MARGIN)));
        }
        return evidence.at(cut.origin().orElse(frontend.origin()))
                .related(frontend.origin(), frontend.toString())
                .related(pool.origin(), "the pool that connects through it")
                .finding(
                        "%s cuts a database connection after %s of silence (%s), but %s %s: after every quiet spell the pool hands out closed sockets"
                                .formatted(frontend, Say.time(limit), cut.name(), pool, because),
                        "let the pool ping more often than every %s, or raise timeout client and timeout server above %s"
                                .formatted(Say.time(limit), Say.time(silence)));
    }

    private static Setting<Duration> first(Setting<Duration> life, Setting<Duration> idle) {
        if (!life.isKnown() || !idle.isKnown()) {
            return life.isKnown() ? idle : life;
        }
        return idle.get().compareTo(life.get()) < 0 ? idle : life;
    }

    /** The shortest of the times that end a silent connection through this frontend. */
    private static Setting<Duration> cut(Part frontend, Stack stack) {
        List<Part> backends = Haproxies.backendsOf(frontend, stack).toList();
        List<Setting<Duration>> tunnels = backends.stream()
                .map(backend -> backend.duration("timeout tunnel"))
                .filter(Setting::isDeclared)
                .toList();
        if (!tunnels.isEmpty()) {
            return tunnels.get(0);
        }
        Setting<Duration> least = frontend.duration("timeout client");
        for (Part backend : backends) {
            Setting<Duration> server = backend.duration("timeout server");
            boolean shorter =
                    least.isKnown() && server.isKnown() && server.get().compareTo(least.get()) < 0;
            least = shorter || !server.isKnown() ? server : least;
        }
        return least;
    }
}
