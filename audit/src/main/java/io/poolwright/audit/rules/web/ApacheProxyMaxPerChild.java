package io.poolwright.audit.rules.web;

import io.poolwright.audit.Evidence;
import io.poolwright.audit.PartRule;
import io.poolwright.audit.RuleSpec;
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
import java.util.List;
import java.util.stream.Stream;

/**
 * The connections of all child processes together must fit into the backend.
 *
 * <p>Line: max (ThreadsPerChild) × child processes × copies of httpd ≤ connections that the backend accepts. Source: httpd,
 * {@code mod_proxy}, {@code max}.
 */
public final class ApacheProxyMaxPerChild implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "apache-proxy-max-per-child",
            "mod_proxy's max counts for each child process",
            Severity.MEDIUM,
            Scope.CROSS_LAYER,
            List.of(Layer.WEB, Layer.APP_SERVER),
            "httpd documentation, mod_proxy, ProxyPass max");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return Stream.concat(stack.all(Kind.ROUTE, "apache"), stack.all(Kind.SERVER, "apache"))
                .filter(worker -> !servers(worker, stack).isEmpty());
    }

    @Override
    public Verdict judge(Part worker, Stack stack, Evidence evidence) {
        Part proxy = WebParts.process(worker, stack).orElseThrow();
        Setting<Long> max =
                worker.settings().find("max").isPresent() ? worker.count("max") : worker.count("ThreadsPerChild");
        long each = evidence.use(max, "connections of one child process");
        long children = evidence.use(proxy.count("children"), "child processes");
        Setting<Long> workers = proxy.count("MaxRequestWorkers");
        evidence.use(workers, "requests that httpd works on at once");
        long copies = WebParts.copies(proxy, stack);
        long capacity = 0;
        for (Part server : servers(worker, stack)) {
            long most = evidence.use(server.role(Role.MAX_CONNECTIONS), "connections that " + server + " accepts");
            if (most == Bound.UNLIMITED) {
                return evidence.pass();
            }
            capacity += most * WebParts.copies(server, stack);
        }
        long demand = each * children * copies;
        if (demand <= capacity) {
            return evidence.pass();
        }
        long fitting = Math.max(1, capacity / (children * copies));
        if (max.isDeclared()) {
            evidence.change(max, Long.toString(fitting)).at(max);
        } else {
            evidence.at(worker.origin());
        }
        return evidence.finding(
                "httpd can open %d connections (max %d × %d child processes × %d httpd), and the backend accepts %d"
                        .formatted(demand, each, children, copies, capacity),
                "max=%d: %d / %d".formatted(fitting, capacity, children * copies));
    }

    private static List<Part> servers(Part worker, Stack stack) {
        return stack.callees(worker).stream()
                .filter(server -> server.has(Role.MAX_CONNECTIONS))
                .toList();
    }
}
