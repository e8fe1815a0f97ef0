package io.poolwright.audit.rules.httpclient;

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
import io.poolwright.model.stack.Stack;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who uses a connection again must let go of it before the other side does.
 *
 * <p>Line: ConnectionProvider.maxIdleTime &lt; the called server's keep-alive. Source: Reactor Netty reference, "Connection Pool":
 * maxIdleTime is not set by default and should be lower than the server's.
 */
public final class ReactorNettyIdleUnset implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "reactor-netty-idle-unset",
            "Reactor Netty keeps idle connections without a limit",
            Severity.HIGH,
            Scope.CROSS_LAYER,
            List.of(Layer.HTTP_CLIENT, Layer.LB),
            "Reactor Netty reference, HTTP client, Connection Pool: maxIdleTime");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.HTTP_CLIENT, "reactor-netty")
                .filter(client -> server(client, stack).isPresent());
    }

    private static Optional<Part> server(Part client, Stack stack) {
        return stack.callees(client).stream()
                .filter(part -> part.has(Role.SERVER_KEEP_ALIVE))
                .filter(part -> !part.role(Role.SERVER_KEEP_ALIVE).isKnown()
                        || !Bound.isForever(part.role(Role.SERVER_KEEP_ALIVE).get()))
                .findFirst();
    }

    @Override
    public Verdict judge(Part client, Stack stack, Evidence evidence) {
        Part server = server(client, stack).orElseThrow();
        Duration ours = evidence.use(client.duration("maxIdleTime"), "idleness after which the client lets go");
        Duration theirs = evidence.use(server.role(Role.SERVER_KEEP_ALIVE), "idleness after which the server closes");
        if (ours.compareTo(theirs) < 0) {
            return evidence.pass();
        }
        Duration fresh = theirs.compareTo(Duration.ofSeconds(10)) > 0 ? theirs.minusSeconds(5) : theirs.dividedBy(2);
        return evidence.at(client.duration("maxIdleTime").origin().orElse(client.origin()))
                .related(server.origin(), "the server that is called")
                .finding(
                        "HTTP client '%s' keeps idle connections %s; '%s', which it calls, closes them after %s: now and then a request meets a reset"
                                .formatted(
                                        client.name(),
                                        Bound.isForever(ours) ? "without a limit" : Say.time(ours),
                                        server.name(),
                                        Say.time(theirs)),
                        "ConnectionProvider.maxIdleTime %s (below the server's %s)"
                                .formatted(Say.time(fresh), Say.time(theirs)));
    }
}
