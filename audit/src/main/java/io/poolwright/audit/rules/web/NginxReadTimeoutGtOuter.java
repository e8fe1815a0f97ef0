package io.poolwright.audit.rules.web;

import io.poolwright.audit.Evidence;
import io.poolwright.audit.Hops;
import io.poolwright.audit.Once;
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
 * Whoever waits for nginx must wait longer than nginx does.
 *
 * <p>Line: proxy_read_timeout (60 s) and its kin &lt; the response timeout of each proxy in front. Source: nginx, {@code
 * ngx_http_proxy_module}, {@code proxy_read_timeout}.
 */
public final class NginxReadTimeoutGtOuter implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "nginx-read-timeout-gt-outer",
            "nginx waits longer for the application than the balancer waits for nginx",
            Severity.HIGH,
            Scope.CROSS_LAYER,
            List.of(Layer.WEB, Layer.LB),
            "nginx documentation, ngx_http_proxy_module proxy_read_timeout");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return Once.each(
                stack.all(Kind.ROUTE, "nginx")
                        .filter(route -> !outer(route, stack).isEmpty()),
                route -> read(route)
                        .origin()
                        .<Object>map(place -> place)
                        .orElseGet(() ->
                                route.product() + WebParts.process(route, stack).map(Part::origin)));
    }

    @Override
    public Verdict judge(Part route, Stack stack, Evidence evidence) {
        Setting<Duration> inner = read(route);
        Duration wait = evidence.use(inner, "nginx's wait for the application");
        for (Part hop : outer(route, stack)) {
            Setting<Duration> outer = hop.role(Role.RESPONSE_TIMEOUT);
            if (outer.isKnown() && wait.compareTo(outer.get()) >= 0) {
                Duration limit = evidence.use(outer, "the wait of " + hop + " for nginx");
                String value = Math.max(1, limit.toSeconds() - 1) + "s";
                if (!inner.isDeclared() && !outer.isDeclared()) {
                    return evidence.pass();
                }
                evidence.at(inner.origin().orElse(route.origin()));
                return evidence.change(inner, value)
                        .finding(
                                "nginx waits %s for the application (%s), and %s waits only %s for nginx: work goes on for users who are gone"
                                        .formatted(Say.time(wait), inner.name(), hop, Say.time(limit)),
                                "%s %s; one second below the %s in front"
                                        .formatted(inner.name(), value, Say.time(limit)));
            }
        }
        outer(route, stack).forEach(hop -> evidence.use(hop.role(Role.RESPONSE_TIMEOUT), "the wait of " + hop));
        return evidence.pass();
    }

    private static List<Part> outer(Part route, Stack stack) {
        return Hops.adjacent(route, stack).stream()
                .filter(hop -> !hop.role(Role.RESPONSE_TIMEOUT).isKnown()
                        || !Bound.isForever(hop.role(Role.RESPONSE_TIMEOUT).get()))
                .toList();
    }

    private static Setting<Duration> read(Part route) {
        return route.duration(WebParts.pass(route).orElse("proxy_pass").replace("_pass", "_read_timeout"));
    }
}
