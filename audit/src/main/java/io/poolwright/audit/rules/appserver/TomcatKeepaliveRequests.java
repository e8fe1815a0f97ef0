package io.poolwright.audit.rules.appserver;

import io.poolwright.audit.Evidence;
import io.poolwright.audit.Hops;
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
import java.util.List;
import java.util.stream.Stream;

/**
 * The proxy must be the one that retires a connection after many requests.
 *
 * <p>Line: the server's maxKeepAliveRequests (100) ≥ the proxy's keepalive_requests (1000), where it uses connections again.
 * Source: Tomcat HTTP connector; nginx upstream module.
 */
public final class TomcatKeepaliveRequests implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "tomcat-keepalive-requests",
            "Server closes a connection after fewer requests than the proxy",
            Severity.LOW,
            Scope.CROSS_LAYER,
            List.of(Layer.APP_SERVER, Layer.LB),
            "Apache Tomcat configuration reference, maxKeepAliveRequests; nginx ngx_http_upstream_module keepalive_requests");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.APP_SERVER)
                .filter(server -> server.has(Role.SERVER_KEEP_ALIVE_REQUESTS))
                .filter(server -> proxies(server, stack).findAny().isPresent());
    }

    /** Who keeps connections to this server, one of the two limits written by a person. */
    private static Stream<Part> proxies(Part server, Stack stack) {
        boolean written = server.role(Role.SERVER_KEEP_ALIVE_REQUESTS).isDeclared();
        return Programs.callers(server, stack).stream()
                .flatMap(caller -> Hops.knowing(Role.UPSTREAM_REQUESTS, caller, stack).stream())
                .distinct()
                .filter(proxy -> written || proxy.role(Role.UPSTREAM_REQUESTS).isDeclared())
                .filter(proxy -> !(proxy.role(Role.UPSTREAM_REUSE).isKnown()
                        && !proxy.role(Role.UPSTREAM_REUSE).get()));
    }

    @Override
    public Verdict judge(Part server, Stack stack, Evidence evidence) {
        Setting<Long> ours = server.role(Role.SERVER_KEEP_ALIVE_REQUESTS);
        Part proxy = proxies(server, stack).findFirst().orElseThrow();
        long most = evidence.use(ours, "requests after which the server closes");
        long theirs = evidence.use(proxy.role(Role.UPSTREAM_REQUESTS), "requests after which the proxy lets go");
        if (most >= theirs) {
            return evidence.pass();
        }
        if (proxy.has(Role.UPSTREAM_REUSE)) {
            evidence.use(proxy.role(Role.UPSTREAM_REUSE), "whether %s uses connections again".formatted(proxy));
        }
        return evidence.change(ours, Long.toString(theirs))
                .finding(
                        "'%s' closes a connection after %s, %s only after %s: the server lets go first, and a request may meet a closing connection"
                                .formatted(server.name(), Say.count(most, "request"), proxy, Say.count(theirs)),
                        "%s %d or -1 (no limit)".formatted(ours.name(), theirs));
    }
}
