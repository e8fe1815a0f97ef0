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
 * What a balancer lets through must carry the load that is expected.
 *
 * <p>Line: sum of the servers' limits ≥ expected requests at once, declared, or by Little's law rate × response time.
 * Source: HAProxy configuration manual 5.2, "maxconn"; Little's law.
 */
public final class LbCapacityBelowDemand implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "lb-capacity-below-demand",
            "The balancer's limits are below the expected load",
            Severity.HIGH,
            Scope.CROSS_LAYER,
            List.of(Layer.LB, Layer.APP_SERVER),
            "HAProxy configuration manual 5.2, maxconn; Little's law");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.BACKEND).filter(backend -> {
            List<Part> servers = stack.children(backend, Kind.SERVER);
            return !servers.isEmpty()
                    && !Haproxies.isMode(backend, "tcp")
                    && servers.stream().allMatch(LbCapacityBelowDemand::isLimited);
        });
    }

    @Override
    public List<Verdict> check(Stack stack) {
        return OncePerPlace.told(PartRule.super.check(stack), stack);
    }

    private static boolean isLimited(Part server) {
        if (!server.has(Role.PER_SERVER)) {
            return false;
        }
        Setting<Long> limit = server.role(Role.PER_SERVER);
        return !limit.isKnown() || (limit.get() > 0 && limit.get() != Bound.UNLIMITED);
    }

    @Override
    public Verdict judge(Part backend, Stack stack, Evidence evidence) {
        Optional<Demand> found = Demand.on(backend, stack);
        if (found.isEmpty()) {
            return evidence.cannotTell(
                    "the load expected: stack.<service>.concurrency.peak in poolwright.yaml, or rate.peak with response.p95");
        }
        Demand demand = found.get();
        long capacity = 0;
        Setting<Long> first = null;
        for (Part server : stack.children(backend, Kind.SERVER)) {
            Setting<Long> limit = server.role(Role.PER_SERVER);
            long number = server.settings().find("servers").isPresent()
                    ? evidence.use(server.count("servers"), "the number of servers")
                    : 1;
            capacity += number * evidence.use(limit, "the limit of " + server);
            first = first == null ? limit : first;
        }
        demand.inputs().forEach(input -> evidence.use(input, "the expected load"));
        if (first == null || capacity >= demand.requests()) {
            return evidence.pass();
        }
        return evidence.at(first)
                .related(backend.origin(), backend.toString())
                .finding(
                        "'%s' lets %s through at once, %s expected: the rest queues at the balancer while the servers have room"
                                .formatted(
                                        backend.name(),
                                        Say.count(capacity, "request"),
                                        demand.requests() == 1 ? "1 is" : Say.count(demand.requests()) + " are"),
                        "limits of %d in all, no more than the servers can work on".formatted(demand.requests()));
    }
}
