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
 * A database listener that keeps silent clients for very long must not admit more of them than the database can take.
 *
 * <p>Line: {@code timeout client} &lt; 30 min, or {@code maxconn} ≤ the database's usable connections. The half hour is a
 * starting value. Source: HAProxy configuration manual 4.2, "timeout client" and "maxconn".
 */
public final class HaproxyDbIdleTooLong implements PartRule {
    private static final Duration LONG = Duration.ofMinutes(30);
    private static final RuleSpec SPEC = new RuleSpec(
            "haproxy-db-idle-too-long",
            "Very long idle times on a database listener that admits too many",
            Severity.LOW,
            Scope.CROSS_LAYER,
            List.of(Layer.LB, Layer.DB),
            "HAProxy configuration manual 4.2, timeout client, maxconn");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.FRONTEND, Haproxies.HAPROXY)
                .filter(frontend -> Haproxies.isMode(frontend, "tcp"))
                .filter(frontend -> isLong(frontend.duration("timeout client")))
                .filter(frontend -> database(frontend, stack).isPresent());
    }

    private static boolean isLong(Setting<Duration> time) {
        return time.isDeclared()
                && time.isKnown()
                && !Bound.isForever(time.get())
                && time.get().compareTo(LONG) >= 0;
    }

    private static Optional<Part> database(Part frontend, Stack stack) {
        return Haproxies.backendsOf(frontend, stack)
                .flatMap(backend -> Haproxies.servers(backend, stack).stream())
                .flatMap(server -> stack.callees(server).stream())
                .filter(callee -> callee.kind() == Kind.DATABASE)
                .findFirst();
    }

    @Override
    public List<Verdict> check(Stack stack) {
        return OncePerPlace.told(PartRule.super.check(stack), stack);
    }

    @Override
    public Verdict judge(Part frontend, Stack stack, Evidence evidence) {
        Part database = database(frontend, stack).orElseThrow();
        Setting<Duration> idle = frontend.duration("timeout client");
        Duration time = evidence.use(idle, "the longest silence of a client");
        long admitted = evidence.use(frontend.role(Role.ADMITTED), "clients that the listener takes in");
        long accepted = evidence.use(database.role(Role.DB_MAX_CONNECTIONS), "connections of the database");
        long reserved = database.has(Role.DB_RESERVED)
                ? evidence.useIfKnown(database.role(Role.DB_RESERVED), "kept for administrators")
                        .orElse(0L)
                : 0;
        if (admitted <= accepted - reserved) {
            return evidence.pass();
        }
        return evidence.at(idle)
                .related(frontend.origin(), frontend.toString())
                .finding(
                        "%s keeps silent clients for %s and takes in %s, while %s has room for %s: dead clients can hold every slot"
                                .formatted(
                                        frontend,
                                        Say.time(time),
                                        Say.count(admitted),
                                        database,
                                        Say.count(accepted - reserved)),
                        "maxconn %d on the listener, and a timeout no longer than the pool's lifetime"
                                .formatted(accepted - reserved));
    }
}
