package io.poolwright.audit.rules.balancer;

import io.poolwright.audit.Evidence;
import io.poolwright.audit.Hops;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tries must fit into the time of whoever waits outside, and must not repeat what may already have been done.
 *
 * <p>Line: (retries + 1) × {@code timeout connect} + {@code timeout server} ≤ the outer time limit; {@code retry-on} names
 * only failures before a request was sent, or {@code disable-l7-retry} guards the rest. Source: HAProxy configuration manual
 * 4.2, "retries" and "retry-on".
 */
public final class HaproxyRetryAmplification implements PartRule {
    private static final Set<String> SAFE = Set.of("none", "conn-failure", "0rtt-rejected");
    private static final RuleSpec SPEC = new RuleSpec(
            "haproxy-retry-amplification",
            "Retries beyond the outer budget, or of requests that were already sent",
            Severity.MEDIUM,
            Scope.SINGLE_FILE,
            List.of(Layer.LB),
            "HAProxy configuration manual 4.2, retries, retry-on");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.BACKEND, Haproxies.HAPROXY)
                .filter(backend -> !Haproxies.servers(backend, stack).isEmpty())
                .filter(backend ->
                        backend.isDeclared("retry-on") || !outer(backend, stack).isEmpty());
    }

    /** What limits the time outside: the declared budget of the client and the proxies in front. */
    private static List<Setting<Duration>> outer(Part backend, Stack stack) {
        List<Setting<Duration>> limits = new ArrayList<>();
        Setting<Duration> budget = stack.declared().duration("budget.client");
        if (budget.isKnown()) {
            limits.add(budget);
        }
        Haproxies.frontendsOf(backend, stack)
                .flatMap(frontend -> stack.callers(frontend).stream())
                .flatMap(caller -> Hops.knowing(Role.RESPONSE_TIMEOUT, caller, stack).stream())
                .map(hop -> hop.role(Role.RESPONSE_TIMEOUT))
                .filter(limit -> limit.isKnown() && !Bound.isForever(limit.get()))
                .forEach(limits::add);
        return limits;
    }

    @Override
    public List<Verdict> check(Stack stack) {
        return OncePerPlace.told(PartRule.super.check(stack), stack);
    }

    @Override
    public Verdict judge(Part backend, Stack stack, Evidence evidence) {
        Setting<String> events = backend.text("retry-on");
        if (events.isDeclared() && repeats(evidence.use(events, "what is tried again")) && !guarded(backend, stack)) {
            return evidence.at(events)
                    .finding(
                            "'%s' tries again after %s: a request that the server may already have carried out is sent a second time"
                                    .formatted(backend.name(), events.get()),
                            "retry-on conn-failure, or http-request disable-l7-retry unless METH_GET beside it");
        }
        for (Setting<Duration> limit : outer(backend, stack)) {
            Setting<Long> retries = backend.role(Role.RETRIES);
            long tries = evidence.use(retries, "tries beyond the first") + 1;
            Setting<Duration> connect = backend.duration("timeout connect");
            Duration attempt = evidence.use(connect, "the longest wait for a connection");
            Duration server = evidence.use(backend.duration("timeout server"), "the longest wait for the server");
            Duration outside = evidence.use(limit, "the time that the caller outside waits");
            if (Bound.isForever(attempt) || Bound.isForever(server)) {
                return evidence.pass(); // another rule speaks of missing times
            }
            Duration total = attempt.multipliedBy(tries).plus(server);
            boolean written = retries.isDeclared() || connect.isDeclared();
            if (written && total.compareTo(outside) > 0) {
                return evidence.at(retries.isDeclared() ? retries : connect)
                        .related(backend.origin(), backend.toString())
                        .finding(
                                "'%s' may take %d × connect %s + server %s = %s, longer than the %s that its caller waits"
                                        .formatted(
                                                backend.name(),
                                                tries,
                                                Say.time(attempt),
                                                Say.time(server),
                                                Say.time(total),
                                                Say.time(outside)),
                                "retries 1 or 2 and timeout connect at most 3s");
            }
        }
        return evidence.pass();
    }

    private static boolean repeats(String events) {
        return Stream.of(events.split(" ", -1)).anyMatch(event -> !SAFE.contains(event));
    }

    private static boolean guarded(Part backend, Stack stack) {
        return Stream.concat(Stream.of(backend), Haproxies.frontendsOf(backend, stack))
                .map(part -> part.flag("disable-l7-retry"))
                .anyMatch(flag -> flag.isKnown() && flag.get());
    }
}
