package io.poolwright.audit.rules.balancer;

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
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Without limits of its own a cluster has 1024, whatever stands behind it.
 *
 * <p>Line: 1024 is within a factor of 4 of the workers of all servers together. The 4 is a starting value. Source: Envoy,
 * {@code circuit_breaker.proto}; the limits are per Envoy.
 */
public final class EnvoyDefaultCircuitBreaker implements PartRule {
    private static final long DEFAULT = 1024;
    private static final long FACTOR = 4;
    private static final RuleSpec SPEC = new RuleSpec(
            "envoy-default-circuit-breaker",
            "Default limits of 1024 against what the servers can do",
            Severity.MEDIUM,
            Scope.CROSS_LAYER,
            List.of(Layer.LB, Layer.APP_SERVER),
            "Envoy API, config.cluster.v3.CircuitBreakers.Thresholds");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.BACKEND, "envoy")
                .filter(cluster -> Stream.of("max_connections", "max_pending_requests", "max_requests")
                        .noneMatch(cluster::isDeclared))
                .filter(cluster ->
                        Behind.appServer(Behind.programsBehind(cluster, stack)).isPresent());
    }

    @Override
    public Verdict judge(Part cluster, Stack stack, Evidence evidence) {
        long workers = 0;
        boolean written = false;
        for (Part server : stack.children(cluster, Kind.SERVER)) {
            Optional<Part> app = Behind.appServer(Behind.programs(server, stack));
            if (app.isEmpty()) {
                return evidence.cannotTell("the workers behind " + server);
            }
            Setting<Long> own = app.get().role(Role.WORKERS);
            long one = evidence.use(own, "workers of " + server);
            written |= own.isDeclared();
            if (one == Bound.UNLIMITED) {
                return evidence.pass();
            }
            workers += one * copies(app.get(), stack, evidence);
        }
        boolean within = workers * FACTOR >= DEFAULT && workers <= DEFAULT * FACTOR;
        if (within || !written) {
            return evidence.pass();
        }
        return evidence.at(cluster.origin())
                .finding(
                        workers < DEFAULT
                                ? "Cluster '%s' has no circuit breaker of its own, so 1,024 requests pass; its servers work on %s at once"
                                        .formatted(cluster.name(), Say.count(workers))
                                : "Cluster '%s' has no circuit breaker of its own, so 1,024 is the end; its servers could work on %s at once"
                                        .formatted(cluster.name(), Say.count(workers)),
                        "thresholds with max_connections, max_pending_requests and max_requests of about %d, divided by the number of Envoys"
                                .formatted(workers));
    }

    private static long copies(Part app, Stack stack, Evidence evidence) {
        return stack.service(app)
                .map(service -> service.role(Role.REPLICAS))
                .filter(count -> count.isKnown() && count.isDeclared() && count.get() > 0)
                .map(count -> evidence.use(count, "copies of the program"))
                .orElse(1L);
    }
}
