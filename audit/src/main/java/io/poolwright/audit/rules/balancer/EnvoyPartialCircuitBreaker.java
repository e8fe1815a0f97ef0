package io.poolwright.audit.rules.balancer;

import io.poolwright.audit.Change;
import io.poolwright.audit.Evidence;
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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whoever sets one limit of a circuit breaker should set its siblings.
 *
 * <p>Line: {@code max_connections} written and not 1024, and {@code max_requests} or {@code max_pending_requests} not
 * written: they stay at 1024. Source: Envoy, {@code circuit_breaker.proto}.
 */
public final class EnvoyPartialCircuitBreaker implements PartRule {
    private static final long DEFAULT = 1024;
    private static final RuleSpec SPEC = new RuleSpec(
            "envoy-partial-circuit-breaker",
            "Circuit breaker raised in part",
            Severity.HIGH,
            Scope.SINGLE_FILE,
            List.of(Layer.LB),
            "Envoy API, config.cluster.v3.CircuitBreakers.Thresholds");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.BACKEND, "envoy").filter(cluster -> cluster.isDeclared("max_connections"));
    }

    @Override
    public Verdict judge(Part cluster, Stack stack, Evidence evidence) {
        Setting<Long> connections = cluster.count("max_connections");
        long written = evidence.use(connections, "the limit that is written");
        List<String> unset = new ArrayList<>();
        for (String name : List.of("max_pending_requests", "max_requests")) {
            boolean matters = !cluster.role(Role.MODE).get().equals("tcp") || name.equals("max_pending_requests");
            if (matters && !cluster.isDeclared(name)) {
                unset.add(name);
            }
        }
        if (written == DEFAULT || unset.isEmpty()) {
            return evidence.pass();
        }
        for (String name : unset) {
            evidence.change(new Change(
                    Change.Kind.ADD_AFTER, connections.origin().orElseThrow(), name, "", name + ": " + written));
        }
        String names = String.join(" and ", unset);
        return evidence.at(connections)
                .related(cluster.origin(), "cluster '%s'".formatted(cluster.name()))
                .finding(
                        written > DEFAULT
                                ? "max_connections of '%s' is %s, but %s at the default 1,024: requests beyond that are refused with 503 (UO) all the same"
                                        .formatted(cluster.name(), Say.count(written), names)
                                : "max_connections of '%s' is %s, but %s at the default 1,024: that many may still wait"
                                        .formatted(cluster.name(), Say.count(written), names),
                        "write all three: max_connections, max_pending_requests, max_requests");
    }
}
