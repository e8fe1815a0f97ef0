package io.poolwright.audit.rules.web;

import io.poolwright.audit.Evidence;
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
import java.util.List;
import java.util.stream.Stream;

/**
 * Connections that nginx keeps idle must leave room at the servers for others.
 *
 * <p>Line: keepalive × workers × copies of nginx ≤ sum of what the servers accept. Source: nginx, {@code
 * ngx_http_upstream_module}, note on {@code keepalive}.
 */
public final class NginxKeepalivePoolGtBackend implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "nginx-keepalive-pool-gt-backend",
            "Idle upstream connections can take every place of the backend",
            Severity.MEDIUM,
            Scope.CROSS_LAYER,
            List.of(Layer.WEB, Layer.APP_SERVER),
            "nginx documentation, ngx_http_upstream_module keepalive (note)");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.BACKEND, "nginx")
                .filter(backend -> backend.isDeclared("keepalive"))
                .filter(backend -> !capacities(backend, stack).isEmpty());
    }

    @Override
    public Verdict judge(Part backend, Stack stack, Evidence evidence) {
        Setting<Boolean> reuse = backend.role(Role.UPSTREAM_REUSE);
        if (reuse.isKnown() && !reuse.get()) {
            return evidence.pass(); // nothing is kept, which is another rule's finding
        }
        Part proxy = WebParts.process(backend, stack).orElse(backend);
        long keepalive = evidence.use(backend.count("keepalive"), "idle connections that each worker keeps");
        long copies = WebParts.copies(proxy, stack);
        long capacity = 0;
        for (Part server : capacities(backend, stack)) {
            long most = evidence.use(limit(server), "connections that " + server + " accepts");
            capacity = most == Bound.UNLIMITED || capacity == Bound.UNLIMITED
                    ? Bound.UNLIMITED
                    : capacity + most * WebParts.copies(server, stack);
        }
        Setting<Long> workers = proxy.count("worker_processes");
        long known = workers.isKnown() ? evidence.use(workers, "worker processes") : 1;
        if (keepalive * known * copies > capacity) {
            return evidence.at(backend.count("keepalive"))
                    .finding(
                            "upstream '%s' can hold %d idle connections (keepalive %d × %s × %s), and its servers accept %d in all"
                                    .formatted(
                                            backend.name(),
                                            keepalive * known * copies,
                                            keepalive,
                                            Say.count(known, "worker"),
                                            Say.count(copies, "nginx").replace("nginxs", "nginx"),
                                            capacity),
                            "keepalive %d: half of %d, shared among the workers"
                                    .formatted(Math.max(1, capacity / 2 / (known * copies)), capacity));
        }
        if (!workers.isKnown() && capacity != Bound.UNLIMITED) {
            evidence.use(workers, "worker processes");
        }
        return evidence.pass();
    }

    private static List<Part> capacities(Part backend, Stack stack) {
        return WebParts.called(backend, stack).stream()
                .filter(server -> server.has(Role.MAX_CONNECTIONS) || server.kind() == Kind.FPM_POOL)
                .toList();
    }

    private static Setting<Long> limit(Part server) {
        return server.has(Role.MAX_CONNECTIONS) ? server.role(Role.MAX_CONNECTIONS) : server.role(Role.WORKERS);
    }
}
