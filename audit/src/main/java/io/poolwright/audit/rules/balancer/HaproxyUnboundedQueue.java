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
import java.util.stream.Stream;

/**
 * The queue in front of limited servers should have an end.
 *
 * <p>Line: frontend {@code maxconn} ≤ 20 × sum of server {@code maxconn}, or the servers have {@code maxqueue}. The 20 is a
 * starting value: so many times the requests in work may wait. Source: HAProxy configuration manual 5.2, "maxqueue".
 */
public final class HaproxyUnboundedQueue implements PartRule {
    private static final long MOST_TIMES = 20;
    private static final RuleSpec SPEC = new RuleSpec(
            "haproxy-unbounded-queue",
            "Queue without a limit behind a large frontend",
            Severity.LOW,
            Scope.SINGLE_FILE,
            List.of(Layer.LB),
            "HAProxy configuration manual 5.2, maxqueue");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.BACKEND, Haproxies.HAPROXY).filter(backend -> {
            List<Part> servers = Haproxies.servers(backend, stack);
            return !servers.isEmpty()
                    && servers.stream().allMatch(Haproxies::isLimited)
                    && servers.stream().noneMatch(server -> server.isDeclared("maxqueue"))
                    && Haproxies.frontendsOf(backend, stack).findAny().isPresent();
        });
    }

    @Override
    public Verdict judge(Part backend, Stack stack, Evidence evidence) {
        List<Part> servers = Haproxies.servers(backend, stack);
        long work = 0;
        for (Part server : servers) {
            long number = evidence.use(server.count("servers"), "the number of servers");
            work += number * evidence.use(server.role(Role.PER_SERVER), "requests in work at " + server);
        }
        Part frontend = null;
        long admitted = 0;
        for (Part one : Haproxies.frontendsOf(backend, stack).toList()) {
            Setting<Long> limit = one.role(Role.ADMITTED);
            if (limit.isKnown() && limit.get() != Bound.UNLIMITED && limit.get() > admitted) {
                frontend = one;
                admitted = limit.get();
            }
        }
        if (frontend == null) {
            return evidence.cannotTell("maxconn of the frontends of %s, or the global one".formatted(backend));
        }
        evidence.use(frontend.role(Role.ADMITTED), "connections that the frontend takes in");
        if (admitted <= MOST_TIMES * work) {
            return evidence.pass();
        }
        Setting<Long> first = servers.get(0).role(Role.PER_SERVER);
        return evidence.at(first)
                .related(backend.origin(), backend.toString())
                .finding(
                        "%s takes in %s connections, the servers of '%s' work on %s at once and have no maxqueue: the others may all wait in the queue"
                                .formatted(frontend, Say.count(admitted), backend.name(), Say.count(work)),
                        "maxqueue %d on the servers, twice their maxconn: beyond that HAProxy tries another server or answers 503"
                                .formatted(2 * first.get()));
    }
}
