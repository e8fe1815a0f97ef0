package io.poolwright.audit.rules.httpclient;

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
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who uses a connection again must let go of it before the other side does.
 *
 * <p>Line: the pool's keepAliveDuration (5 min) &lt; the called server's keep-alive. Source: OkHttp, {@code ConnectionPool}.
 */
public final class OkhttpIdle5min implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "okhttp-idle-5min",
            "OkHttp keeps idle connections for 5 minutes",
            Severity.MEDIUM,
            Scope.CROSS_LAYER,
            List.of(Layer.HTTP_CLIENT, Layer.LB),
            "OkHttp, ConnectionPool (5 idle connections, 5 minutes)");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.HTTP_CLIENT, "okhttp")
                .filter(client -> server(client, stack).isPresent());
    }

    private static Optional<Part> server(Part client, Stack stack) {
        return stack.callees(client).stream()
                .filter(part -> part.has(Role.SERVER_KEEP_ALIVE))
                .findFirst();
    }

    @Override
    public Verdict judge(Part client, Stack stack, Evidence evidence) {
        Part server = server(client, stack).orElseThrow();
        Duration ours = evidence.use(client.duration("keepAliveDuration"), "idleness after which the client lets go");
        Setting<Duration> keep = server.role(Role.SERVER_KEEP_ALIVE);
        Duration theirs = evidence.use(keep, "idleness after which the server closes");
        if (ours.compareTo(theirs) < 0 || !keep.isDeclared()) {
            return evidence.pass();
        }
        return evidence.at(client.origin())
                .related(server.origin(), "the server that is called")
                .finding(
                        "HTTP client '%s' keeps idle connections for %s; '%s', which it calls, closes them after %s: calls after a quiet minute are sent twice or fail"
                                .formatted(client.name(), Say.time(ours), server.name(), Say.time(theirs)),
                        "ConnectionPool(5, %d, TimeUnit.SECONDS): below the server's %s"
                                .formatted(Math.max(1, theirs.toSeconds() - 5), Say.time(theirs)));
    }
}
