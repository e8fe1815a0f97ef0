package io.poolwright.audit.rules.balancer;

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
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A limit that can never be reached sheds nothing.
 *
 * <p>Line: every threshold &lt; 1,000,000. Source: Envoy, {@code circuit_breaker.proto}; defaults 1024, retries 3.
 */
public final class EnvoyCircuitBreakerDisabled implements PartRule {
    private static final long NEVER_REACHED = 1_000_000;
    private static final List<String> NAMES = List.of(
            "max_connections",
            "max_pending_requests",
            "max_requests",
            "max_retries",
            "high max_connections",
            "high max_pending_requests",
            "high max_requests",
            "high max_retries");
    private static final RuleSpec SPEC = new RuleSpec(
            "envoy-circuit-breaker-disabled",
            "Circuit breaker without an effective limit",
            Severity.MEDIUM,
            Scope.SINGLE_FILE,
            List.of(Layer.LB, Layer.APP_SERVER),
            "Envoy API, config.cluster.v3.CircuitBreakers.Thresholds");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.BACKEND, "envoy").filter(cluster -> NAMES.stream().anyMatch(cluster::isDeclared));
    }

    @Override
    public Verdict judge(Part cluster, Stack stack, Evidence evidence) {
        List<String> unlimited = new ArrayList<>();
        Optional<Setting<Long>> first = Optional.empty();
        Optional<String> open = Optional.empty();
        for (String name : NAMES) {
            Setting<Long> limit = cluster.count(name);
            if (!cluster.isDeclared(name)) {
                continue;
            }
            if (!limit.isKnown()) {
                open = Optional.of(name + " of cluster '" + cluster.name() + "'");
            } else if (evidence.use(limit, name) >= NEVER_REACHED) {
                unlimited.add("%s %s".formatted(name, Say.count(limit.get())));
                first = first.or(() -> Optional.of(limit));
            }
        }
        if (first.isEmpty()) {
            return open.isPresent() ? evidence.cannotTell(open.get()) : evidence.pass();
        }
        return evidence.at(first.get())
                .related(cluster.origin(), "cluster '%s'".formatted(cluster.name()))
                .finding(
                        "The circuit breaker of '%s' never opens (%s): overload and retries are all passed on"
                                .formatted(cluster.name(), String.join(", ", unlimited)),
                        "max_connections and max_requests as many as the servers can work on, divided by the number of Envoys; max_retries 3");
    }
}
