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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The balancer in front must not let more requests through than nginx has connections for.
 *
 * <p>Line: worker_processes × worker_connections / 2 ≥ requests let through to this nginx; a proxied request takes two
 * connections. Source: nginx, {@code ngx_core_module}, {@code worker_connections}.
 */
public final class NginxWorkerConnectionsLow implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "nginx-worker-connections-low",
            "Worker connections below the load that is let through",
            Severity.MEDIUM,
            Scope.CROSS_LAYER,
            List.of(Layer.WEB, Layer.LB),
            "nginx documentation, ngx_core_module worker_connections");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.PROXY, "nginx")
                .filter(proxy -> demand(proxy, stack).isPresent());
    }

    @Override
    public Verdict judge(Part proxy, Stack stack, Evidence evidence) {
        Setting<Long> most = demand(proxy, stack).orElseThrow();
        long connections = evidence.use(proxy.count("worker_connections"), "connections of one worker");
        long demand = evidence.use(most, "requests let through to nginx at the same time");
        if (connections / 2 >= demand) {
            return evidence.pass();
        }
        long workers = evidence.use(proxy.count("worker_processes"), "worker processes");
        if (workers * connections / 2 >= demand) {
            return evidence.pass();
        }
        long enough = (2 * demand + workers - 1) / workers;
        return evidence.at(proxy.count("worker_connections"))
                .change(proxy.count("worker_connections"), Long.toString(enough))
                .finding(
                        "nginx has %s × %d connections, enough for %d proxied requests, and %d may be let through to it"
                                .formatted(
                                        Say.count(workers, "worker"), connections, workers * connections / 2, demand),
                        "worker_connections %d: 2 × %d / %s".formatted(enough, demand, Say.count(workers, "worker")));
    }

    /** What the balancer's server line lets through, or what the team expects. */
    private static Optional<Setting<Long>> demand(Part proxy, Stack stack) {
        return stack.family(proxy).stream()
                .flatMap(part -> stack.callers(part).stream())
                .filter(caller ->
                        caller.kind() == Kind.SERVER && !caller.product().equals("nginx"))
                .map(caller -> caller.role(Role.PER_SERVER))
                .filter(setting -> setting.isKnown() && setting.get() != Bound.UNLIMITED)
                .max(Comparator.comparing(Setting::get))
                .or(() -> expected(proxy, stack));
    }

    private static Optional<Setting<Long>> expected(Part proxy, Stack stack) {
        return stack.service(proxy)
                .map(service -> stack.declared().find("stack.%s.concurrency.peak".formatted(service.name())))
                .flatMap(found -> found)
                .filter(Setting::isKnown)
                .map(found -> found.map(Long.class::cast));
    }
}
