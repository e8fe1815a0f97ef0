package io.poolwright.audit.rules.httpclient;

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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A wait inside must be shorter than the wait outside.
 *
 * <p>Line: pendingAcquireTimeout (45 s) &lt; the time that the nearest proxy waits for the application. Source: Reactor Netty
 * reference, "Connection Pool".
 */
public final class ReactorNettyPendingAcquire implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "reactor-netty-pending-acquire",
            "Reactor Netty waits longer for a connection than the caller for the answer",
            Severity.MEDIUM,
            Scope.CROSS_LAYER,
            List.of(Layer.HTTP_CLIENT, Layer.APP),
            "Reactor Netty reference, HTTP client, Connection Pool: pendingAcquireTimeout (45 s)");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.HTTP_CLIENT, "reactor-netty")
                .filter(client -> budget(client, stack).isPresent());
    }

    private static Optional<Setting<Duration>> budget(Part client, Stack stack) {
        return Hops.inFrontOf(client, stack).stream()
                .map(hop -> hop.role(Role.RESPONSE_TIMEOUT))
                .filter(Setting::isKnown)
                .filter(time -> !Bound.isForever(time.get()))
                .min(Comparator.comparing(Setting::get));
    }

    @Override
    public Verdict judge(Part client, Stack stack, Evidence evidence) {
        Setting<Duration> wait = client.duration("pendingAcquireTimeout");
        Duration inner = evidence.use(wait, "the wait for a connection");
        Duration outer = evidence.use(budget(client, stack).orElseThrow(), "the time that the proxy in front waits");
        if (inner.compareTo(outer) < 0) {
            return evidence.pass();
        }
        boolean written =
                wait.isDeclared() || budget(client, stack).orElseThrow().isDeclared();
        if (!written) {
            return evidence.pass();
        }
        return evidence.at(wait.origin().orElse(client.origin()))
                .finding(
                        "HTTP client '%s' waits up to %s for one of its own connections; the proxy in front has given up after %s"
                                .formatted(client.name(), Say.time(inner), Say.time(outer)),
                        "pendingAcquireTimeout of 2 to 5 s");
    }
}
