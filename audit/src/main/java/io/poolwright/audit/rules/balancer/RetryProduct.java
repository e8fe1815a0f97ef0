package io.poolwright.audit.rules.balancer;

import io.poolwright.audit.Evidence;
import io.poolwright.audit.Hops;
import io.poolwright.audit.PartRule;
import io.poolwright.audit.RuleSpec;
import io.poolwright.audit.Say;
import io.poolwright.audit.Scope;
import io.poolwright.audit.Severity;
import io.poolwright.audit.Verdict;
import io.poolwright.model.Origin;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Layer;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tries at several layers multiply: one request of a user becomes their product at the innermost layer.
 *
 * <p>Line: product of (retries + 1) over the layers on one way &lt; 6, where at least two of them retry and somebody wrote one
 * of them down. The 6 is a starting value. Sources: manuals of nginx (proxy_next_upstream_tries), HAProxy (retries), Envoy
 * (num_retries), Traefik (retry).
 */
public final class RetryProduct implements PartRule {
    private static final long MOST = 6;
    private static final RuleSpec SPEC = new RuleSpec(
            "retry-product",
            "Retries across layers multiply",
            Severity.MEDIUM,
            Scope.CROSS_LAYER,
            List.of(Layer.CLIENT, Layer.LB, Layer.APP),
            "Manuals of nginx, HAProxy, Envoy and Traefik on retries");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    /** The innermost hops: those in front of a program or a proxy, with another hop in front of them. */
    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.parts().stream()
                .filter(part ->
                        part.kind() == Kind.BACKEND || part.kind() == Kind.ROUTE || part.kind() == Kind.HTTP_CLIENT)
                .filter(part -> part.has(Role.RETRIES) && tries(part) > 1)
                .filter(part -> !outer(part, stack).isEmpty());
    }

    private static List<Part> outer(Part part, Stack stack) {
        return Hops.inFrontOf(part, stack).stream()
                .filter(hop -> hop.has(Role.RETRIES))
                .toList();
    }

    private static long tries(Part part) {
        Setting<Long> retries = part.role(Role.RETRIES);
        return retries.isKnown() ? Math.min(retries.get(), 1_000) + 1 : 1;
    }

    @Override
    public List<Verdict> check(Stack stack) {
        return OncePerPlace.told(PartRule.super.check(stack), stack);
    }

    @Override
    public Verdict judge(Part inner, Stack stack, Evidence evidence) {
        List<Part> layers = new ArrayList<>();
        layers.add(inner);
        layers.addAll(onePerProxy(outer(inner, stack), stack));
        List<Part> trying = layers.stream().filter(layer -> tries(layer) > 1).toList();
        boolean written =
                trying.stream().anyMatch(layer -> layer.role(Role.RETRIES).isDeclared());
        if (trying.size() < 2 || !written) {
            boolean open =
                    layers.stream().anyMatch(layer -> !layer.role(Role.RETRIES).isKnown());
            return open
                    ? evidence.cannotTell("how often a layer in front of %s tries".formatted(inner))
                    : evidence.pass();
        }
        long product = 1;
        List<String> terms = new ArrayList<>();
        Optional<Origin> place = Optional.empty();
        for (Part layer : trying) {
            Setting<Long> retries = layer.role(Role.RETRIES);
            evidence.use(retries, "tries beyond the first of " + layer);
            product = Math.min(product * tries(layer), 1_000_000);
            terms.add("%s of %s".formatted(Say.count(tries(layer)), layer.product()));
            place = place.or(retries::origin);
        }
        if (product < MOST) {
            return evidence.pass();
        }
        boolean requests =
                trying.stream().filter(layer -> !onlyConnections(layer)).count() > 1;
        if (!requests) {
            evidence.severity(Severity.LOW).reachability("one of the layers repeats failed connection attempts only");
        }
        place.ifPresent(evidence::at);
        return evidence.finding(
                "One request may become %s at the innermost layer (%s tries): a slow server gets that many times its load"
                        .formatted(Say.count(product), String.join(" × ", terms)),
                "try again at one layer only, the outermost that knows whether a request may be repeated");
    }

    /** HAProxy repeats what was sent only where retry-on says so. */
    private static boolean onlyConnections(Part layer) {
        return layer.product().equals(Haproxies.HAPROXY) && !layer.isDeclared("retry-on");
    }

    /** Of each proxy on the way, the part that tries most: the others are ways beside it. */
    private static List<Part> onePerProxy(List<Part> hops, Stack stack) {
        Map<String, Part> most = new LinkedHashMap<>();
        for (Part hop : hops) {
            String root = stack.family(hop).get(0).id();
            most.merge(root, hop, (a, b) -> tries(a) >= tries(b) ? a : b);
        }
        return List.copyOf(most.values());
    }
}
