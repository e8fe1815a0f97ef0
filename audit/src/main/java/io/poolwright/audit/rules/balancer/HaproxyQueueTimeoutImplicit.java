package io.poolwright.audit.rules.balancer;

import io.poolwright.audit.Change;
import io.poolwright.audit.Evidence;
import io.poolwright.audit.PartRule;
import io.poolwright.audit.RuleSpec;
import io.poolwright.audit.Say;
import io.poolwright.audit.Scope;
import io.poolwright.audit.Severity;
import io.poolwright.audit.Verdict;
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
 * Where servers have a limit, the wait in the queue needs a time of its own.
 *
 * <p>Line: a server has {@code maxconn} above 0, and {@code timeout queue} is set. Source: HAProxy configuration manual
 * 4.2, "timeout queue": unset, it is {@code timeout connect}.
 */
public final class HaproxyQueueTimeoutImplicit implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "haproxy-queue-timeout-implicit",
            "Queue timeout inherited from timeout connect",
            Severity.MEDIUM,
            Scope.SINGLE_FILE,
            List.of(Layer.LB),
            "HAProxy configuration manual 4.2, timeout queue");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.BACKEND, Haproxies.HAPROXY)
                .filter(backend -> Haproxies.servers(backend, stack).stream().anyMatch(Haproxies::isLimited));
    }

    @Override
    public List<Verdict> check(Stack stack) {
        return OncePerPlace.told(PartRule.super.check(stack), stack, finding -> stack.part(finding.subject())
                .map(part -> List.of(part.text("defaults").get(), part.origin().file()))
                .orElseThrow());
    }

    @Override
    public Verdict judge(Part backend, Stack stack, Evidence evidence) {
        Setting<Duration> queue = backend.role(Role.QUEUE_TIMEOUT);
        if (queue.isDeclared() && queue.isKnown()) {
            return evidence.pass();
        }
        Duration wait = evidence.use(queue, "the longest wait in the queue");
        Part limited = Haproxies.servers(backend, stack).stream()
                .filter(Haproxies::isLimited)
                .findFirst()
                .orElseThrow();
        Setting<Long> limit = limited.role(Role.PER_SERVER);
        Setting<Duration> connect = backend.duration("timeout connect");
        evidence.use(limit, "the limit at which requests begin to queue");
        connect.origin().ifPresent(at -> evidence.related(at, "the time that the queue takes over"));
        evidence.change(new Change(
                Change.Kind.ADD_AFTER, backend.origin(), "timeout queue", "", "timeout queue " + suggested(backend)));
        return evidence.at(backend.origin())
                .finding(
                        "%s limits its servers to %s each but has no timeout queue: a request waits in the queue as long as timeout connect says (%s)"
                                .formatted(backend, Say.count(limit.get()), Say.time(wait)),
                        "timeout queue %s: about a quarter of the time that the client has"
                                .formatted(suggested(backend)));
    }

    private static String suggested(Part backend) {
        Setting<Duration> server = backend.duration("timeout server");
        boolean usable = server.isKnown() && server.get().compareTo(Duration.ofHours(1)) <= 0;
        return Haproxies.written(usable ? server.get().dividedBy(4) : Duration.ofSeconds(5));
    }
}
