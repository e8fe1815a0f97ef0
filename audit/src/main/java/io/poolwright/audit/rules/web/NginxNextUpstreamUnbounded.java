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
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Passing a request on after a timeout needs an end.
 *
 * <p>Line: with more than one server, and {@code timeout} among the reasons (it is by default), proxy_next_upstream_tries or
 * proxy_next_upstream_timeout is above 0. Source: nginx, {@code ngx_http_proxy_module}.
 */
public final class NginxNextUpstreamUnbounded implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "nginx-next-upstream-unbounded",
            "A slow request is passed on to every server in turn",
            Severity.MEDIUM,
            Scope.SINGLE_FILE,
            List.of(Layer.WEB),
            "nginx documentation, ngx_http_proxy_module proxy_next_upstream, _tries, _timeout");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return Once.each(
                stack.all(Kind.ROUTE, "nginx").filter(route -> WebParts.upstream(route, stack)
                        .filter(backend -> backend.count("servers").get() > 1)
                        .isPresent()),
                route -> WebParts.upstream(route, stack).map(Part::origin));
    }

    @Override
    public Verdict judge(Part route, Stack stack, Evidence evidence) {
        String prefix = WebParts.pass(route).orElse("proxy_pass").replace("_pass", "_next_upstream");
        Part backend = WebParts.upstream(route, stack).orElseThrow();
        String when = evidence.use(route.text(prefix), "when a request is passed on");
        List<String> reasons = List.of(when.split(" "));
        if (reasons.contains("off") || !reasons.contains("timeout")) {
            return evidence.pass();
        }
        long tries = evidence.use(route.count(prefix + "_tries"), "tries, 0 for no limit");
        Duration time = evidence.use(route.duration(prefix + "_timeout"), "time for tries, 0 for no limit");
        if (tries > 0 || !time.isZero()) {
            return evidence.pass();
        }
        long servers = backend.count("servers").get();
        Setting<Duration> read = route.role(Role.RESPONSE_TIMEOUT);
        String wait =
                read.isKnown() ? ", and the user waits up to %d × %s".formatted(servers, Say.time(read.get())) : "";
        return evidence.at(route.origin())
                .related(backend.origin(), "the upstream with its servers")
                .finding(
                        "a request that times out is passed on to all %d servers of upstream '%s': up to %d times the load exactly when it is overloaded%s"
                                .formatted(servers, backend.name(), servers, wait),
                        "%s_tries 2; and %s_timeout within the time that users wait".formatted(prefix, prefix));
    }
}
