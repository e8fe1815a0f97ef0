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
import io.poolwright.model.stack.Stack;
import java.util.List;
import java.util.stream.Stream;

/**
 * A FastCGI server closes each connection unless it is asked to keep it.
 *
 * <p>Line: with {@code keepalive} in the upstream, fastcgi_keep_conn is on. Source: nginx, {@code
 * ngx_http_fastcgi_module}.
 */
public final class NginxFastcgiKeepconn implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "nginx-fastcgi-keepconn",
            "Upstream keepalive for FastCGI without fastcgi_keep_conn",
            Severity.LOW,
            Scope.SINGLE_FILE,
            List.of(Layer.WEB, Layer.PHP),
            "nginx documentation, ngx_http_fastcgi_module fastcgi_keep_conn");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return Once.each(stack.all(Kind.BACKEND, "nginx")
                .filter(backend -> backend.isDeclared("keepalive"))
                .filter(backend -> !users(backend, stack).isEmpty()));
    }

    @Override
    public Verdict judge(Part backend, Stack stack, Evidence evidence) {
        long keepalive = evidence.use(backend.count("keepalive"), "idle connections that each worker keeps");
        if (keepalive == 0) {
            return evidence.pass();
        }
        for (Part route : users(backend, stack)) {
            if (!evidence.use(route.flag("fastcgi_keep_conn"), "whether PHP is asked to keep the connection")) {
                return evidence.at(backend.count("keepalive"))
                        .related(route.origin(), "the place that uses the upstream")
                        .finding(
                                "keepalive %d of upstream '%s' has no effect for location '%s': fastcgi_keep_conn is off, so PHP closes each connection"
                                        .formatted(keepalive, backend.name(), route.name()),
                                "fastcgi_keep_conn on; in that location");
            }
        }
        return evidence.pass();
    }

    private static List<Part> users(Part backend, Stack stack) {
        return WebParts.routesTo(backend, stack).stream()
                .filter(route ->
                        WebParts.pass(route).filter("fastcgi_pass"::equals).isPresent())
                .toList();
    }
}
