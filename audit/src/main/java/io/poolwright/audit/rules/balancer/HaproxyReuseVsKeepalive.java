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
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reusing a connection for anybody's first request needs a server that does not close idle ones early.
 *
 * <p>Line: with {@code http-reuse aggressive} or {@code always}, server keep-alive ≥ 2 × {@code pool-purge-delay} and ≥
 * {@code timeout http-keep-alive}. Source: HAProxy configuration manual 4.2, "http-reuse".
 */
public final class HaproxyReuseVsKeepalive implements PartRule {
    private static final Set<String> EAGER = Set.of("aggressive", "always");
    private static final RuleSpec SPEC = new RuleSpec(
            "haproxy-reuse-vs-keepalive",
            "http-reuse always or aggressive with a short server keep-alive",
            Severity.MEDIUM,
            Scope.CROSS_LAYER,
            List.of(Layer.LB, Layer.APP_SERVER),
            "HAProxy configuration manual 4.2, http-reuse");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.BACKEND, Haproxies.HAPROXY)
                .filter(backend -> {
                    Setting<String> reuse = backend.text("http-reuse");
                    return reuse.isDeclared() && reuse.isKnown() && EAGER.contains(reuse.get());
                })
                .filter(backend -> Behind.programsBehind(backend, stack).stream()
                        .anyMatch(part -> part.has(Role.SERVER_KEEP_ALIVE)));
    }

    @Override
    public List<Verdict> check(Stack stack) {
        return OncePerPlace.told(PartRule.super.check(stack), stack);
    }

    @Override
    public Verdict judge(Part backend, Stack stack, Evidence evidence) {
        Setting<String> reuse = backend.text("http-reuse");
        String how = evidence.use(reuse, "how eagerly connections are reused");
        List<Part> programs = Behind.programsBehind(backend, stack);
        Part app = Behind.shortestKeepAlive(programs).orElseGet(() -> programs.stream()
                .filter(part -> part.has(Role.SERVER_KEEP_ALIVE))
                .findFirst()
                .orElseThrow());
        Duration keepAlive = evidence.use(app.role(Role.SERVER_KEEP_ALIVE), "the server's keep-alive");
        Setting<Duration> purge = Haproxies.servers(backend, stack).get(0).duration("pool-purge-delay");
        Duration needed = evidence.use(purge, "how often HAProxy thins out idle connections")
                .multipliedBy(2);
        Setting<Duration> between = backend.duration("timeout http-keep-alive");
        if (between.isKnown() && between.isDeclared() && !Bound.isForever(between.get())) {
            Duration wait = evidence.use(between, "the longest pause between two requests");
            needed = wait.compareTo(needed) > 0 ? wait : needed;
        }
        if (keepAlive.compareTo(needed) >= 0) {
            return evidence.pass();
        }
        return evidence.at(reuse)
                .change(reuse, "safe")
                .finding(
                        "http-reuse %s sends even first requests over old connections, and the server closes idle ones after %s, sooner than %s: requests meet closed connections"
                                .formatted(how, Say.time(keepAlive), Say.time(needed)),
                        "http-reuse safe, or a server keep-alive above %s".formatted(Say.time(needed)));
    }
}
