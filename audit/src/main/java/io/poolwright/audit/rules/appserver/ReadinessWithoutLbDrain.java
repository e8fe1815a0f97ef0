package io.poolwright.audit.rules.appserver;

import io.poolwright.audit.Evidence;
import io.poolwright.audit.PartRule;
import io.poolwright.audit.RuleSpec;
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
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A pod must go on answering until the proxy in front has heard that it leaves.
 *
 * <p>Line: a rolling update of a workload behind an ingress has a preStop pause. Source: Kubernetes documentation, "Pod Lifecycle":
 * endpoints are taken away at the same time as the stop signal is sent, not before.
 */
public final class ReadinessWithoutLbDrain implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "readiness-without-lb-drain",
            "No pause before the stop while the proxy still sends requests",
            Severity.MEDIUM,
            Scope.CROSS_LAYER,
            List.of(Layer.ORCHESTRATOR, Layer.LB),
            "Kubernetes documentation, Pod Lifecycle: termination of pods");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.SERVICE, "kubernetes")
                .filter(service -> service.has(Role.PRE_STOP))
                .filter(service -> isRolling(service))
                .filter(service -> route(service, stack).isPresent());
    }

    private static boolean isRolling(Part service) {
        Setting<Boolean> rolling = service.flag("rolling");
        return rolling.isKnown() && rolling.get();
    }

    /** The route of an ingress to something that the workload runs. */
    private static Optional<Part> route(Part service, Stack stack) {
        return stack.runBy(service).stream()
                .filter(part -> part.kind() == Kind.APP_SERVER)
                .flatMap(part -> stack.callers(part).stream())
                .filter(caller ->
                        caller.kind() == Kind.ROUTE && caller.product().contains("ingress"))
                .findFirst();
    }

    @Override
    public Verdict judge(Part service, Stack stack, Evidence evidence) {
        Setting<Duration> hook = service.role(Role.PRE_STOP);
        if (!evidence.use(hook, "the preStop hook").isZero()) {
            return evidence.pass();
        }
        Optional<Setting<Boolean>> code = stack.runBy(service).stream()
                .filter(part -> part.kind() == Kind.APPLICATION && part.isDeclared("drain in code"))
                .map(part -> part.flag("drain in code"))
                .findFirst();
        if (code.isPresent()) {
            return evidence.cannotTell("how long the code at %s goes on answering"
                    .formatted(code.get().source()));
        }
        Part route = route(service, stack).orElseThrow();
        return evidence.at(service.origin())
                .related(route.origin(), "the route that still sends requests")
                .finding(
                        "'%s' stops as soon as it is told to, while route '%s' still sends it requests: some answers of each rollout are 502"
                                .formatted(service.name(), route.name()),
                        "lifecycle.preStop.sleep of 10 s, and terminationGracePeriodSeconds longer by as much");
    }
}
