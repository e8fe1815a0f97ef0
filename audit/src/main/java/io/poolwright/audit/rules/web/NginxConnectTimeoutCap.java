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
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * A connect timeout above 75 seconds does not do what it says, and is far too long.
 *
 * <p>Line: proxy_connect_timeout, fastcgi_connect_timeout and their kin ≤ 75 s. Source: nginx, {@code
 * ngx_http_proxy_module}.
 */
public final class NginxConnectTimeoutCap implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "nginx-connect-timeout-cap",
            "Connect timeout above 75 seconds",
            Severity.LOW,
            Scope.SINGLE_FILE,
            List.of(Layer.WEB),
            "nginx documentation, ngx_http_proxy_module proxy_connect_timeout");

    private static final Duration MOST = Duration.ofSeconds(75); // the manual's own figure

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return Once.each(
                stack.all(Kind.ROUTE, "nginx").filter(route -> connect(route).isDeclared()),
                route -> connect(route).origin());
    }

    @Override
    public Verdict judge(Part route, Stack stack, Evidence evidence) {
        Setting<Duration> connect = connect(route);
        Duration time = evidence.use(connect, "the longest wait for a connection");
        if (time.compareTo(MOST) <= 0) {
            return evidence.pass();
        }
        return evidence.change(connect, "5s")
                .finding(
                        "%s is %s, and a connect usually fails after 75 s at the latest; a server that takes longer than a few seconds to accept is down"
                                .formatted(connect.name(), Say.time(time)),
                        "%s 5s".formatted(connect.name()));
    }

    private static Setting<Duration> connect(Part route) {
        return route.duration(WebParts.pass(route).orElse("proxy_pass").replace("_pass", "_connect_timeout"));
    }
}
