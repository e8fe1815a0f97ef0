package io.poolwright.audit.rules.ladder;

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
 * On the way inward no layer may let through more than the next can work on, unless it queues the rest with a limit of time.
 *
 * <p>Line: requests that the proxy lets through to one server ≤ requests that the server works on. A proxy that queues by
 * itself is asked even when it has no limit; one that cannot queue only when people wrote a limit. Source: HAProxy
 * configuration manual, server maxconn; post-mortem 004.
 */
public final class FunnelNotMonotone implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "funnel-not-monotone",
            "An outer layer admits more than the inner one can serve",
            Severity.MEDIUM,
            Scope.CROSS_LAYER,
            List.of(Layer.LB, Layer.WEB, Layer.APP_SERVER, Layer.APP_POOL, Layer.DB),
            "HAProxy configuration manual, server maxconn; post-mortem 004");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.SERVER)
                .filter(server -> server.has(Role.PER_SERVER))
                .filter(server -> isHttp(server, stack))
                .filter(server -> server.product().equals("haproxy")
                        || server.role(Role.PER_SERVER).isDeclared())
                .filter(server -> inside(server, stack).isPresent());
    }

    /** In TCP mode the limit counts connections, which an application keeps open while it waits. */
    private static boolean isHttp(Part server, Stack stack) {
        Optional<Part> backend = stack.parent(server);
        return backend.filter(one -> one.has(Role.MODE)
                        && one.role(Role.MODE).isKnown()
                        && one.role(Role.MODE).get().equals("tcp"))
                .isEmpty();
    }

    private static Optional<Part> inside(Part server, Stack stack) {
        return stack.callees(server).stream()
                .flatMap(callee -> stack.family(callee).stream())
                .filter(part -> part.kind() == Kind.APP_SERVER && part.has(Role.WORKERS))
                .findFirst();
    }

    @Override
    public Verdict judge(Part server, Stack stack, Evidence evidence) {
        Part application = inside(server, stack).orElseThrow();
        Setting<Long> through = server.role(Role.PER_SERVER);
        Setting<Long> workers = application.role(Role.WORKERS);
        long admits = evidence.use(through, "requests that the proxy lets through to the server");
        long serves = evidence.use(workers, "requests that the server works on");
        if (admits <= serves || serves == Bound.UNLIMITED || (!through.isDeclared() && !workers.isDeclared())) {
            return evidence.pass();
        }
        evidence.at(through.origin().orElse(server.origin())).change(through, String.valueOf(serves));
        return evidence.finding(
                "%s lets %s requests through to '%s', which works on %s at a time: the rest can queue inside it, without a limit of time"
                        .formatted(server.product(), Say.count(admits), server.name(), Say.count(serves)),
                "a limit of %s for each server, so that the queue stands at the proxy, where it ends after a time"
                        .formatted(Say.count(serves)));
    }
}
