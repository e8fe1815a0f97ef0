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
 * A balancer must not let fewer requests through to a server than the server has database connections.
 *
 * <p>Line: limit per server × balancers ≥ the largest database pool of one instance, in requests against connections.
 * Source: HAProxy configuration manual 5.2, "maxconn"; Little's law: a server then does at most limit ÷ response time.
 */
public final class LbAdmitsLessThanPool implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "lb-admits-less-than-pool",
            "The balancer admits fewer requests per server than the server has pooled connections",
            Severity.HIGH,
            Scope.CROSS_LAYER,
            List.of(Layer.LB, Layer.APP_POOL),
            "HAProxy configuration manual 5.2, maxconn; Little's law");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.SERVER)
                .filter(server -> server.has(Role.PER_SERVER))
                .filter(server -> !server.role(Role.PER_SERVER).isKnown() || isLimited(server))
                .filter(server -> !Behind.pools(Behind.programs(server, stack)).isEmpty());
    }

    private static boolean isLimited(Part server) {
        long limit = server.role(Role.PER_SERVER).get();
        return limit > 0 && limit != Bound.UNLIMITED;
    }

    @Override
    public List<Verdict> check(Stack stack) {
        return OncePerPlace.told(PartRule.super.check(stack), stack);
    }

    @Override
    public Verdict judge(Part server, Stack stack, Evidence evidence) {
        Setting<Long> limit = server.role(Role.PER_SERVER);
        long perBalancer = evidence.use(limit, "requests that the balancer lets through to one server");
        long balancers = balancers(server, stack, evidence);
        long admitted = perBalancer * balancers;
        Part widest = null;
        long connections = 0;
        boolean unknown = false;
        for (Part pool : Behind.pools(Behind.programs(server, stack))) {
            Setting<Long> max = pool.role(Role.POOL_MAX);
            unknown |= !max.isKnown();
            if (max.isKnown() && max.get() != Bound.UNLIMITED && max.get() > connections) {
                widest = pool;
                connections = max.get();
            }
        }
        if (widest == null || admitted >= connections) {
            return unknown ? evidence.cannotTell("the size of the database pool behind " + server) : evidence.pass();
        }
        Setting<Long> max = widest.role(Role.POOL_MAX);
        evidence.use(max, "the largest database pool of the server");
        return evidence.at(limit)
                .related(server.origin(), server.toString())
                .change(limit, String.valueOf(connections))
                .reachability("whenever more than %s are in work at one server: at 100 ms each from %s per second on"
                        .formatted(Say.count(admitted, "request"), Say.count(admitted * 10)))
                .finding(
                        "The balancer lets %s at once through to %s, whose database pool has %s: requests wait outside while %s"
                                .formatted(
                                        Say.count(admitted, "request"),
                                        server,
                                        Say.count(connections, "connection"),
                                        Say.count(connections - admitted, "connection") + " cannot be used"),
                        "%s between %d (the pool) and the worker threads of one server"
                                .formatted(limit.name(), connections));
    }

    private static long balancers(Part server, Stack stack, Evidence evidence) {
        Optional<Setting<Long>> replicas = stack.service(server)
                .filter(service -> service.has(Role.REPLICAS))
                .map(service -> service.role(Role.REPLICAS))
                .filter(count -> count.isKnown() && count.isDeclared() && count.get() > 1);
        return replicas.map(count -> evidence.use(count, "copies of the balancer"))
                .orElse(1L);
    }
}
