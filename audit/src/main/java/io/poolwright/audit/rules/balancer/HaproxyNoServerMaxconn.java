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
 * Where it is known how many requests a server works on at once, the balancer should keep the rest.
 *
 * <p>Line: every server has {@code maxconn}, when somebody wrote down its threads or its database pool. Source: HAProxy
 * configuration manual 5.2, "maxconn": 0, the default, is unlimited.
 */
public final class HaproxyNoServerMaxconn implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "haproxy-no-server-maxconn",
            "Servers of a backend have no maxconn",
            Severity.HIGH,
            Scope.CROSS_LAYER,
            List.of(Layer.LB, Layer.APP_SERVER),
            "HAProxy configuration manual 5.2, maxconn");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.SERVER, Haproxies.HAPROXY)
                .filter(server -> !Behind.pools(Behind.programs(server, stack)).isEmpty()
                        || Behind.appServer(Behind.programs(server, stack)).isPresent());
    }

    @Override
    public List<Verdict> check(Stack stack) {
        return OncePerPlace.told(PartRule.super.check(stack), stack, finding -> stack.part(finding.subject())
                .flatMap(Part::parent)
                .orElse(finding.subject()));
    }

    @Override
    public Verdict judge(Part server, Stack stack, Evidence evidence) {
        Setting<Long> limit = server.role(Role.PER_SERVER);
        if (evidence.use(limit, "the server's limit") != Bound.UNLIMITED) {
            return evidence.pass();
        }
        List<Part> programs = Behind.programs(server, stack);
        Optional<Setting<Long>> threads = Behind.appServer(programs)
                .map(app -> app.role(Role.WORKERS))
                .filter(workers -> workers.isKnown() && workers.isDeclared() && workers.get() != Bound.UNLIMITED);
        Optional<Setting<Long>> pool = Behind.pools(programs).stream()
                .map(one -> one.role(Role.POOL_MAX))
                .filter(max -> max.isKnown() && max.isDeclared() && max.get() != Bound.UNLIMITED)
                .findFirst();
        if (threads.isEmpty() && pool.isEmpty()) {
            boolean open = Behind.appServer(programs)
                    .filter(app -> !app.role(Role.WORKERS).isKnown())
                    .isPresent();
            return open ? evidence.cannotTell("the threads of the program behind " + server) : evidence.pass();
        }
        String known = threads.map(workers -> "works with " + Say.count(evidence.use(workers, "its threads"), "thread"))
                .orElseGet(() -> "has "
                        + Say.count(evidence.use(pool.orElseThrow(), "its database pool"), "database connection"));
        long suggested = threads.or(() -> pool).orElseThrow().get();
        return evidence.at(limit.origin().orElse(server.origin()))
                .finding(
                        "%s has no maxconn: the program behind it %s, and everything beyond that waits inside it, unseen by the balancer"
                                .formatted(server, known),
                        "maxconn %d on the server line, with timeout queue: then the balancer queues, and can give up early"
                                .formatted(suggested));
    }
}
