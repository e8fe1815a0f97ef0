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
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * mod_proxy must let go of a connection before the server closes it.
 *
 * <p>Line: ttl (unset: no limit) &lt; the server's keep-alive, where connections are used again. Source: httpd, {@code
 * mod_proxy}, {@code ttl}.
 */
public final class ApacheProxyTtl implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "apache-proxy-ttl",
            "mod_proxy uses connections longer than the backend keeps them",
            Severity.MEDIUM,
            Scope.CROSS_LAYER,
            List.of(Layer.WEB, Layer.APP_SERVER),
            "httpd documentation, mod_proxy, ProxyPass ttl");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return Stream.concat(stack.all(Kind.ROUTE, "apache"), stack.all(Kind.SERVER, "apache"))
                .filter(worker -> !worker.role(Role.UPSTREAM_REUSE).isKnown()
                        || worker.role(Role.UPSTREAM_REUSE).get())
                .filter(worker -> !servers(worker, stack).isEmpty());
    }

    @Override
    public Verdict judge(Part worker, Stack stack, Evidence evidence) {
        Setting<Duration> ours = worker.duration("ttl");
        Duration ttl = evidence.use(ours, "idleness after which mod_proxy lets go");
        for (Part server : servers(worker, stack)) {
            Setting<Duration> theirs = server.role(Role.SERVER_KEEP_ALIVE);
            if (theirs.isKnown() && ttl.compareTo(theirs.get()) >= 0) {
                Duration keep = evidence.use(theirs, "idleness after which the server closes");
                if (!ours.isDeclared() && !theirs.isDeclared()) {
                    return evidence.pass();
                }
                String value = Long.toString(Math.max(1, keep.toSeconds() - 5));
                if (ours.isDeclared()) {
                    evidence.change(ours, value);
                }
                return evidence.at(worker.origin())
                        .finding(
                                "mod_proxy uses a connection to %s again after %s of idleness, and the server closes it after %s: requests into a closing connection fail"
                                        .formatted(
                                                server,
                                                ours.isDeclared() ? "up to " + Say.time(ttl) : "any time",
                                                Say.time(keep)),
                                "ttl=%s: 5 s below the server's keep-alive of %s".formatted(value, Say.time(keep)));
            }
        }
        servers(worker, stack)
                .forEach(server -> evidence.use(server.role(Role.SERVER_KEEP_ALIVE), "the server's keep-alive"));
        return evidence.pass();
    }

    private static List<Part> servers(Part worker, Stack stack) {
        return WebParts.playing(Role.SERVER_KEEP_ALIVE, Set.copyOf(stack.callees(worker)), stack);
    }
}
