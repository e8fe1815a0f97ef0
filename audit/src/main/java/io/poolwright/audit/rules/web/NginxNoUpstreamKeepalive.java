package io.poolwright.audit.rules.web;

import io.poolwright.audit.Evidence;
import io.poolwright.audit.Once;
import io.poolwright.audit.PartRule;
import io.poolwright.audit.RuleSpec;
import io.poolwright.audit.Say;
import io.poolwright.audit.Scope;
import io.poolwright.audit.Severity;
import io.poolwright.audit.Verdict;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Layer;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.util.List;
import java.util.stream.Stream;

/**
 * An upstream without {@code keepalive} opens a connection for every request, before nginx 1.29.7.
 *
 * <p>Line: {@code keepalive} is written, or nginx is 1.29.7 or later. Source: nginx, {@code ngx_http_upstream_module}.
 */
public final class NginxNoUpstreamKeepalive implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "nginx-no-upstream-keepalive",
            "No upstream keepalive on an nginx that does not keep connections by itself",
            Severity.LOW,
            Scope.SINGLE_FILE,
            List.of(Layer.WEB),
            "nginx documentation, ngx_http_upstream_module keepalive");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return Once.each(stack.all(Kind.BACKEND, "nginx")
                .filter(backend -> !backend.isDeclared("keepalive"))
                .filter(backend -> WebParts.routesTo(backend, stack).stream().anyMatch(route -> WebParts.pass(route)
                        .filter("proxy_pass"::equals)
                        .isPresent())));
    }

    @Override
    public Verdict judge(Part backend, Stack stack, Evidence evidence) {
        Setting<Long> keepalive = backend.count("keepalive");
        if (evidence.use(keepalive, "idle connections that each worker keeps") > 0) {
            return evidence.pass();
        }
        long servers = backend.count("servers").get();
        return evidence.at(backend.origin())
                .finding(
                        "upstream '%s' keeps no connections (%s), so every request opens a TCP connection to a server"
                                .formatted(backend.name(), keepalive.source()),
                        "keepalive %d; with proxy_http_version 1.1 and proxy_set_header Connection \"\"; %d = 16 for each of %s"
                                .formatted(16 * servers, 16 * servers, Say.count(servers, "server")));
    }
}
