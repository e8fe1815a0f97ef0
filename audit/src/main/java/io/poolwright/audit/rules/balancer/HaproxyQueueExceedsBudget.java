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
import java.util.stream.Stream;

/**
 * The wait in a proxy's queue must leave time for the work.
 *
 * <p>Line: {@code timeout queue} &lt; {@code timeout server}; and with a known client budget, queue + (retries + 1) ×
 * connect + server ≤ budget. Source: HAProxy configuration manual 4.2, "timeout queue".
 */
public final class HaproxyQueueExceedsBudget implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "haproxy-queue-exceeds-budget",
            "Queue wait alone exceeds the server or client budget",
            Severity.MEDIUM,
            Scope.SINGLE_FILE,
            List.of(Layer.LB),
            "HAProxy configuration manual 4.2, timeout queue, timeout server");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.BACKEND, Haproxies.HAPROXY)
                .filter(backend -> !Haproxies.servers(backend, stack).isEmpty())
                .filter(backend -> backend.isDeclared("timeout queue"));
    }

    @Override
    public List<Verdict> check(Stack stack) {
        return OncePerPlace.told(PartRule.super.check(stack), stack);
    }

    @Override
    public Verdict judge(Part backend, Stack stack, Evidence evidence) {
        Setting<Duration> written = backend.role(Role.QUEUE_TIMEOUT);
        Duration queue = evidence.use(written, "the longest wait in the queue");
        Setting<Duration> budget = stack.declared().duration("budget.client");
        Duration server = evidence.use(backend.duration("timeout server"), "the longest wait for the server");
        if (Bound.isForever(server)) {
            return evidence.pass(); // another rule speaks of a missing timeout server
        }
        if (queue.compareTo(server) >= 0) {
            String fresh = Haproxies.written(server.multipliedBy(3).dividedBy(10));
            unreachable(backend, stack, evidence);
            return evidence.change(written, fresh)
                    .finding(
                            "A request may wait %s in the queue of '%s', no less than the server then has to answer (%s)"
                                    .formatted(Say.time(queue), backend.name(), Say.time(server)),
                            "timeout queue %s: at most 0.3 × timeout server".formatted(fresh));
        }
        if (!budget.isKnown()) {
            return evidence.pass();
        }
        Duration connect = evidence.use(backend.duration("timeout connect"), "the longest wait for a connection");
        long tries = evidence.use(backend.role(Role.RETRIES), "tries beyond the first") + 1;
        Duration client = evidence.use(budget, "the time that the client has");
        Duration total = Bound.isForever(connect)
                ? Bound.FOREVER
                : queue.plus(connect.multipliedBy(tries)).plus(server);
        if (total.compareTo(client) <= 0) {
            return evidence.pass();
        }
        return evidence.finding(
                "A request to '%s' may take %s (queue %s + %d × connect %s + server %s); the client gives up after %s"
                        .formatted(
                                backend.name(),
                                Say.time(total),
                                Say.time(queue),
                                tries,
                                Say.time(connect),
                                Say.time(server),
                                Say.time(client)),
                "shorten the queue first: what waited there is served after the user has left");
    }

    /** Without a limit no request ever waits: the line is wrong, and harmless until somebody sets one. */
    private static void unreachable(Part backend, Stack stack, Evidence evidence) {
        boolean unlimited = Haproxies.servers(backend, stack).stream()
                .map(server -> server.role(Role.PER_SERVER))
                .allMatch(limit -> limit.isKnown() && limit.get() == Bound.UNLIMITED);
        if (unlimited) {
            evidence.severity(Severity.INFO)
                    .reachability("no server of this backend has a maxconn, so nothing queues today");
        }
    }
}
