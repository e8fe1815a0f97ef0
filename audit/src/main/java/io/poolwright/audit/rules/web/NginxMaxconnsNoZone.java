package io.poolwright.audit.rules.web;

import io.poolwright.audit.Evidence;
import io.poolwright.audit.Once;
import io.poolwright.audit.PartRule;
import io.poolwright.audit.RuleSpec;
import io.poolwright.audit.Scope;
import io.poolwright.audit.Severity;
import io.poolwright.audit.Verdict;
import io.poolwright.model.stack.Bound;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Layer;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.util.List;
import java.util.stream.Stream;

/**
 * A limit on a server's connections is shared among workers only through a zone.
 *
 * <p>Line: with max_conns and more than one worker, the upstream has a zone. Source: nginx, {@code
 * ngx_http_upstream_module}, {@code max_conns}.
 */
public final class NginxMaxconnsNoZone implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "nginx-maxconns-no-zone",
            "max_conns without a zone counts for each worker",
            Severity.MEDIUM,
            Scope.SINGLE_FILE,
            List.of(Layer.WEB),
            "nginx documentation, ngx_http_upstream_module server max_conns, zone");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return Once.each(
                stack.all(Kind.SERVER, "nginx").filter(server -> server.isDeclared("max_conns")),
                server -> stack.parent(server).map(Part::origin));
    }

    @Override
    public Verdict judge(Part server, Stack stack, Evidence evidence) {
        Part backend = stack.parent(server).orElseThrow();
        long most = evidence.use(server.count("max_conns"), "connections to the server");
        if (most == Bound.UNLIMITED || evidence.use(backend.flag("zone"), "memory that the workers share")) {
            return evidence.pass();
        }
        Part proxy = WebParts.process(backend, stack).orElseThrow();
        if (!evidence.use(proxy.flag("worker_processes > 1"), "more than one worker")) {
            return evidence.pass();
        }
        Setting<Long> workers = proxy.count("worker_processes");
        String times = workers.isKnown()
                ? "%d × %d = %d".formatted(most, workers.get(), most * workers.get())
                : "%d for each worker".formatted(most);
        return evidence.at(server.origin())
                .related(backend.origin(), "the upstream without a zone")
                .finding(
                        "max_conns %d of server %s is counted by each worker for itself, for upstream '%s' has no zone: the real limit is %s"
                                .formatted(most, server.name(), backend.name(), times),
                        "zone %s 64k; in the upstream".formatted(backend.name()));
    }
}
