package io.poolwright.audit.rules.appserver;

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
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who uses a connection again must let go of it first: the proxy before the server.
 *
 * <p>Line: the server's keep-alive &gt; the proxy's idle limit for its own connections, where it uses them again. Source: nginx
 * upstream module; AWS ALB guide; Tomcat HTTP connector.
 */
public final class ServerKeepaliveLtProxyIdle implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "server-keepalive-lt-proxy-idle",
            "Server closes idle connections before the proxy does",
            Severity.HIGH,
            Scope.CROSS_LAYER,
            List.of(Layer.APP_SERVER, Layer.LB),
            "nginx ngx_http_upstream_module keepalive_timeout; Apache Tomcat configuration reference, HTTP connector");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.APP_SERVER)
                .filter(server -> server.has(Role.SERVER_KEEP_ALIVE))
                .filter(server -> proxies(server, stack).findAny().isPresent());
    }

    /** Who keeps connections to this server, one of the two limits written by a person. */
    private static Stream<Part> proxies(Part server, Stack stack) {
        boolean written = server.role(Role.SERVER_KEEP_ALIVE).isDeclared();
        return Programs.callers(server, stack).stream()
                .flatMap(caller -> Hops.knowing(Role.UPSTREAM_IDLE, caller, stack).stream())
                .distinct()
                .filter(proxy -> written || proxy.role(Role.UPSTREAM_IDLE).isDeclared())
                .filter(proxy -> !isNeverReused(proxy));
    }

    private static boolean isNeverReused(Part proxy) {
        Setting<Boolean> reuse = proxy.role(Role.UPSTREAM_REUSE);
        return reuse.isKnown() && !reuse.get();
    }

    @Override
    public Verdict judge(Part server, Stack stack, Evidence evidence) {
        Setting<Duration> ours = server.role(Role.SERVER_KEEP_ALIVE);
        Duration keep = evidence.use(ours, "idleness after which the server closes");
        Part proxy = proxies(server, stack)
                .max(Comparator.comparing(one -> one.role(Role.UPSTREAM_IDLE).isKnown()
                        ? one.role(Role.UPSTREAM_IDLE).get()
                        : Duration.ZERO))
                .orElseThrow();
        Setting<Duration> theirs = proxy.role(Role.UPSTREAM_IDLE);
        Duration idle = evidence.use(theirs, "idleness after which the proxy lets go");
        if (keep.compareTo(idle) > 0) {
            return evidence.pass();
        }
        if (proxy.has(Role.UPSTREAM_REUSE) && !proxy.role(Role.UPSTREAM_REUSE).isKnown()) {
            evidence.use(proxy.role(Role.UPSTREAM_REUSE), "whether %s uses connections again".formatted(proxy));
        }
        if (Bound.isForever(idle)) {
            return evidence.finding(
                    "'%s' closes idle connections after %s; %s never does, and uses them again: now and then a request meets a closed one"
                            .formatted(server.name(), Say.time(keep), proxy),
                    "an idle limit of the proxy below " + Say.time(keep));
        }
        Duration fresh = idle.plusSeconds(5);
        return evidence.related(proxy.origin(), "the proxy that keeps connections")
                .change(ours, fresh.toSeconds() + "s")
                .finding(
                        "'%s' closes idle connections after %s, %s only after %s: now and then it uses one that is being closed, and answers 502"
                                .formatted(server.name(), Say.time(keep), proxy, Say.time(idle)),
                        "%s %s (the proxy's %s + 5 s), or a lower idle limit in the proxy"
                                .formatted(ours.name(), Say.time(fresh), Say.time(idle)));
    }
}
