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
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A route without a timeout has 15 seconds, and the program behind it must know.
 *
 * <p>Line: the pool's wait + the limit on a query ≤ 15 s, where the route has no timeout. Source: Envoy,
 * {@code RouteAction.timeout}.
 */
public final class EnvoyRouteTimeoutDefault implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "envoy-route-timeout-default",
            "Default route timeout of 15 s below the program's own budget",
            Severity.HIGH,
            Scope.CROSS_LAYER,
            List.of(Layer.LB, Layer.APP),
            "Envoy FAQ, How do I configure timeouts?");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.ROUTE, "envoy")
                .filter(route -> !route.isDeclared("timeout"))
                .filter(route -> !pools(route, stack).isEmpty());
    }

    private static List<Part> pools(Part route, Stack stack) {
        List<String> clusters = List.of(route.text("clusters").get().split(" ", -1));
        return stack.family(route).stream()
                .filter(part -> part.kind() == Kind.BACKEND && clusters.contains(part.name()))
                .flatMap(cluster -> Behind.programsBehind(cluster, stack).stream())
                .filter(part -> part.kind() == Kind.POOL && part.has(Role.ACQUIRE_TIMEOUT))
                .distinct()
                .toList();
    }

    @Override
    public Verdict judge(Part route, Stack stack, Evidence evidence) {
        Duration limit = evidence.use(route.duration("timeout"), "the route's time");
        Optional<String> open = Optional.empty();
        for (Part pool : pools(route, stack)) {
            Setting<Duration> acquire = pool.role(Role.ACQUIRE_TIMEOUT);
            Optional<Setting<Duration>> query = Behind.queryLimit(pool, stack);
            if (!acquire.isKnown()) {
                open = Optional.of("the longest wait for a connection of " + pool);
                continue;
            }
            if (query.isEmpty()) {
                open = Optional.of("a limit on the time of a query of " + pool);
            }
            Duration total = Bound.plus(acquire.get(), query.map(Setting::get).orElse(Duration.ZERO));
            boolean written =
                    acquire.isDeclared() || query.filter(Setting::isDeclared).isPresent();
            if (written && total.compareTo(limit) > 0) {
                evidence.use(acquire, "the longest wait for a connection");
                query.ifPresent(time -> evidence.use(time, "the limit on a query"));
                return evidence.at(route.origin())
                        .finding(
                                "The route to '%s' has no timeout, so Envoy answers 504 after 15 s, while the program may take %s (wait for a connection %s%s)"
                                        .formatted(
                                                route.name(),
                                                Say.time(total),
                                                Say.time(acquire.get()),
                                                query.map(time -> " + query " + Say.time(time.get()))
                                                        .orElse("")),
                                "a shorter wait and query in the program, or timeout on the route above %s"
                                        .formatted(Say.time(total)));
            }
        }
        return open.isPresent() ? evidence.cannotTell(open.get()) : evidence.pass();
    }
}
