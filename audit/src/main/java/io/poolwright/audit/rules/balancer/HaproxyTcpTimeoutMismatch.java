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
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * In TCP mode the two sides of a connection should end their patience together.
 *
 * <p>Line: {@code timeout client} = {@code timeout server}, unless {@code timeout tunnel} replaces both. Source: HAProxy
 * configuration manual 4.2, "timeout client".
 */
public final class HaproxyTcpTimeoutMismatch implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "haproxy-tcp-timeout-mismatch",
            "timeout client differs from timeout server in TCP mode",
            Severity.LOW,
            Scope.SINGLE_FILE,
            List.of(Layer.LB),
            "HAProxy configuration manual 4.2, timeout client");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.FRONTEND, Haproxies.HAPROXY)
                .filter(frontend -> Haproxies.isMode(frontend, "tcp"))
                .filter(frontend -> backends(frontend, stack).findAny().isPresent());
    }

    private static Stream<Part> backends(Part frontend, Stack stack) {
        return Haproxies.backendsOf(frontend, stack)
                .filter(backend -> Haproxies.isMode(backend, "tcp") && !backend.isDeclared("timeout tunnel"))
                .filter(backend -> !Haproxies.servers(backend, stack).isEmpty());
    }

    @Override
    public List<Verdict> check(Stack stack) {
        return OncePerPlace.told(PartRule.super.check(stack), stack);
    }

    @Override
    public Verdict judge(Part frontend, Stack stack, Evidence evidence) {
        Setting<Duration> ofClient = frontend.duration("timeout client");
        for (Part backend : backends(frontend, stack).toList()) {
            Setting<Duration> ofServer = backend.duration("timeout server");
            Duration client = evidence.use(ofClient, "the longest silence of a client");
            Duration server = evidence.use(ofServer, "the longest silence of a server");
            boolean limited = !Bound.isForever(client) && !Bound.isForever(server);
            if (limited && !client.equals(server)) {
                boolean clientShorter = client.compareTo(server) < 0;
                return evidence.at(ofClient)
                        .change(clientShorter ? ofClient : ofServer, Haproxies.written(clientShorter ? server : client))
                        .finding(
                                "%s passes TCP on with timeout client %s and timeout server %s: whichever side is silent for the shorter time cuts the connection of both"
                                        .formatted(frontend, Say.time(client), Say.time(server)),
                                "the same time on both sides, or timeout tunnel for long-lived connections");
            }
        }
        return evidence.pass();
    }
}
