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
 * The balancer should not let more requests through to a server than it has threads.
 *
 * <p>Line: server {@code maxconn} ≤ threads + accept count ÷ 10, in requests. Source: HAProxy configuration manual 5.2,
 * "maxconn". The tenth of the accept queue is a starting value.
 */
public final class HaproxyBackendExceedsApp implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "haproxy-backend-exceeds-app",
            "Server maxconn above the program's threads",
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
                .filter(server -> Haproxies.isLimited(server)
                        || !server.role(Role.PER_SERVER).isKnown())
                .filter(server ->
                        Behind.appServer(Behind.programs(server, stack)).isPresent());
    }

    @Override
    public List<Verdict> check(Stack stack) {
        return OncePerPlace.told(PartRule.super.check(stack), stack);
    }

    @Override
    public Verdict judge(Part server, Stack stack, Evidence evidence) {
        Part app = Behind.appServer(Behind.programs(server, stack)).orElseThrow();
        Setting<Long> limit = server.role(Role.PER_SERVER);
        long admitted = evidence.use(limit, "requests that the balancer lets through");
        long threads = evidence.use(app.role(Role.WORKERS), "threads of the program");
        long accepted = app.has(Role.ACCEPT_COUNT)
                ? evidence.useIfKnown(app.role(Role.ACCEPT_COUNT), "its accept queue")
                        .orElse(0L)
                : 0;
        if (threads == Bound.UNLIMITED || accepted == Bound.UNLIMITED || admitted <= threads + accepted / 10) {
            return evidence.pass();
        }
        return evidence.at(limit)
                .change(limit, String.valueOf(threads))
                .finding(
                        "The balancer lets %s at once through to %s, which works with %s: the rest queues inside the program, where no timeout queue ends the wait"
                                .formatted(Say.count(admitted, "request"), server, Say.count(threads, "thread")),
                        "maxconn %d: as many as the program has threads".formatted(threads));
    }
}
