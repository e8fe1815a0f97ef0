package io.poolwright.audit.rules.web;

import io.poolwright.audit.Evidence;
import io.poolwright.audit.Once;
import io.poolwright.audit.PartRule;
import io.poolwright.audit.RuleSpec;
import io.poolwright.audit.Scope;
import io.poolwright.audit.Severity;
import io.poolwright.audit.Verdict;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Layer;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Idle connections to an upstream are kept only by requests that leave them open.
 *
 * <p>Line: with {@code keepalive}, each proxying place speaks HTTP/1.1 and sends no {@code Connection} header; before nginx
 * 1.29.7 both must be written. Places that hand on {@code Upgrade} are left out, and where
 * one place does it right only {@code location /} is held against it. Source: nginx, {@code
 * ngx_http_upstream_module}, {@code keepalive}.
 */
public final class NginxUpstreamKeepaliveIneffective implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "nginx-upstream-keepalive-ineffective",
            "Upstream keepalive without HTTP/1.1 and a cleared Connection header",
            Severity.MEDIUM,
            Scope.SINGLE_FILE,
            List.of(Layer.WEB),
            "nginx documentation, ngx_http_upstream_module keepalive, ngx_http_proxy_module proxy_http_version");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return Once.each(stack.all(Kind.BACKEND, "nginx")
                .filter(backend -> backend.isDeclared("keepalive"))
                .filter(backend -> !proxying(backend, stack).isEmpty()));
    }

    @Override
    public Verdict judge(Part backend, Stack stack, Evidence evidence) {
        Setting<Long> keepalive = backend.count("keepalive");
        if (evidence.use(keepalive, "idle connections that each worker keeps") == 0) {
            return evidence.pass();
        }
        List<Part> routes = proxying(backend, stack);
        boolean any = routes.stream().anyMatch(NginxUpstreamKeepaliveIneffective::keeps);
        Optional<String> missing = Optional.empty();
        for (Part route : routes) {
            Setting<String> http = route.text("proxy_http_version");
            Setting<String> connection = route.text("proxy_set_header Connection");
            if (wrong(route) && (!any || route.name().equals("/"))) {
                evidence.at(keepalive);
                evidence.related(route.origin(), "the place that uses the upstream");
                evidence.useIfKnown(http, "the protocol spoken to the upstream");
                evidence.useIfKnown(connection, "the Connection header sent");
                return evidence.finding(
                        "keepalive %d of upstream '%s' has no effect for location '%s': it speaks HTTP/%s and sends %s, so every request opens a connection"
                                .formatted(
                                        keepalive.get(),
                                        backend.name(),
                                        route.name(),
                                        http.isKnown() ? http.get() : "1.0 or 1.1",
                                        connection.isKnown() ? said(connection.get()) : "a default Connection header"),
                        "proxy_http_version 1.1; proxy_set_header Connection \"\"; in that location");
            }
            if (!wrong(route) && (!http.isKnown() || !connection.isKnown()) && !any) {
                missing = Optional.of("the version of nginx: proxy_http_version and the Connection header have other"
                        + " defaults since 1.29.7; give the image a tag such as nginx:1.28");
            }
        }
        return missing.map(evidence::cannotTell).orElseGet(evidence::pass);
    }

    private static List<Part> proxying(Part backend, Stack stack) {
        return WebParts.routesTo(backend, stack).stream()
                .filter(route ->
                        WebParts.pass(route).filter("proxy_pass"::equals).isPresent())
                .filter(route -> !route.isDeclared("proxy_set_header Upgrade"))
                .toList();
    }

    /** Certainly opens a connection for each request. */
    private static boolean wrong(Part route) {
        Setting<String> http = route.text("proxy_http_version");
        Setting<String> connection = route.text("proxy_set_header Connection");
        return (http.isKnown() && http.get().equals("1.0")) || (connection.isKnown() && closes(connection.get()));
    }

    /** Certainly leaves connections open. */
    private static boolean keeps(Part route) {
        return !wrong(route)
                && route.text("proxy_http_version").isKnown()
                && route.text("proxy_set_header Connection").isKnown();
    }

    /** A variable may be empty when the request comes; it is not taken for a close. */
    private static boolean closes(String header) {
        return !header.isEmpty() && !header.startsWith("$") && !header.equalsIgnoreCase("keep-alive");
    }

    private static String said(String header) {
        return header.isEmpty() ? "no Connection header" : "Connection: " + header;
    }
}
