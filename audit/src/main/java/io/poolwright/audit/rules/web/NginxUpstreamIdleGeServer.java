package io.poolwright.audit.rules.web;

import io.poolwright.audit.Evidence;
import io.poolwright.audit.PartRule;
import io.poolwright.audit.RuleSpec;
import io.poolwright.audit.Say;
import io.poolwright.audit.Scope;
import io.poolwright.audit.Severity;
import io.poolwright.audit.Verdict;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Layer;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who uses a connection again must let go of it first.
 *
 * <p>Line: keepalive_timeout of the upstream (60 s) &lt; the server's own keep-alive, where connections are used again at
 * all. Source: nginx, {@code ngx_http_upstream_module}, {@code keepalive_timeout}.
 */
public final class NginxUpstreamIdleGeServer implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "nginx-upstream-idle-ge-server",
            "nginx keeps upstream connections longer than the server does",
            Severity.HIGH,
            Scope.CROSS_LAYER,
            List.of(Layer.WEB, Layer.APP_SERVER),
            "nginx documentation, ngx_http_upstream_module keepalive_timeout");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.BACKEND, "nginx")
                .filter(backend -> !servers(backend, stack).isEmpty())
                .filter(backend -> !neverReused(backend));
    }

    @Override
    public Verdict judge(Part backend, Stack stack, Evidence evidence) {
        Setting<Duration> ours = backend.duration("keepalive_timeout");
        Setting<Boolean> reuse = backend.role(Role.UPSTREAM_REUSE);
        List<Part> servers = servers(backend, stack);
        boolean written = ours.isDeclared()
                || servers.stream()
                        .anyMatch(server -> server.role(Role.SERVER_KEEP_ALIVE).isDeclared());
        if (!written) {
            return evidence.pass();
        }
        Duration idle = evidence.use(ours, "idleness after which nginx lets go");
        Optional<Part> shorter = servers.stream()
                .filter(server -> server.role(Role.SERVER_KEEP_ALIVE).isKnown())
                .filter(server -> server.role(Role.SERVER_KEEP_ALIVE).get().compareTo(idle) <= 0)
                .min(Comparator.comparing(
                        server -> server.role(Role.SERVER_KEEP_ALIVE).get()));
        if (shorter.isEmpty()) {
            servers.forEach(server -> evidence.use(server.role(Role.SERVER_KEEP_ALIVE), "the server's keep-alive"));
            return evidence.pass();
        }
        if (!reuse.isKnown()) {
            reuse.get();
        }
        Duration theirs =
                evidence.use(shorter.get().role(Role.SERVER_KEEP_ALIVE), "idleness after which the server closes");
        Duration enough = theirs.compareTo(Duration.ofSeconds(10)) > 0
                ? theirs.minusSeconds(5)
                : Duration.ofMillis(theirs.toMillis() / 2);
        String value = enough.toMillis() % 1000 == 0 ? enough.toSeconds() + "s" : enough.toMillis() + "ms";
        evidence.at(ours.origin().or(() -> backend.count("keepalive").origin()).orElse(backend.origin()));
        return evidence.change(ours, value)
                .finding(
                        "nginx keeps connections to upstream '%s' idle for %s, and %s closes them after %s: requests sent into a closing connection end as 502"
                                .formatted(backend.name(), Say.time(idle), shorter.get(), Say.time(theirs)),
                        "keepalive_timeout %s; in the upstream, or a server keep-alive of %s"
                                .formatted(value, Say.time(idle.plusSeconds(5))));
    }

    private static boolean neverReused(Part backend) {
        Setting<Boolean> reuse = backend.role(Role.UPSTREAM_REUSE);
        return reuse.isKnown() && !reuse.get();
    }

    private static List<Part> servers(Part backend, Stack stack) {
        return WebParts.playing(Role.SERVER_KEEP_ALIVE, WebParts.called(backend, stack), stack);
    }
}
