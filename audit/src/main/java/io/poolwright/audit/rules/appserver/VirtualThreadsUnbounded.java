package io.poolwright.audit.rules.appserver;

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
 * With virtual threads only the server's connections limit how many requests want a pooled connection.
 *
 * <p>Line: server.tomcat.max-connections ≤ 20 × the connections of the pools. Source: Spring Boot configuration metadata: the
 * thread limit has no effect with virtual threads.
 */
public final class VirtualThreadsUnbounded implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "virtual-threads-unbounded",
            "Virtual threads remove the request limit above the pool",
            Severity.HIGH,
            Scope.CROSS_LAYER,
            List.of(Layer.APP_SERVER, Layer.APP_POOL),
            "Spring Boot configuration metadata, server.tomcat.threads.max (no effect with virtual threads)");

    /** Requests for each connection from which on they time out together; a starting value. */
    private static final int MOST_REQUESTS_PER_CONNECTION = 20;

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.APPLICATION, "spring-boot")
                .filter(application -> application.flag("virtual threads").get())
                .filter(application -> !Programs.pools(application, stack).isEmpty())
                .filter(application -> Programs.server(application, stack)
                        .filter(server -> server.has(Role.MAX_CONNECTIONS))
                        .isPresent());
    }

    @Override
    public Verdict judge(Part application, Stack stack, Evidence evidence) {
        Setting<Boolean> on = application.flag("spring.threads.virtual.enabled");
        evidence.use(on, "virtual threads");
        Setting<Long> limit = Programs.server(application, stack).orElseThrow().role(Role.MAX_CONNECTIONS);
        long requests = evidence.use(limit, "client connections, the only limit left");
        long connections = Programs.connections(Programs.pools(application, stack), evidence);
        if (connections < 1
                || connections == Bound.UNLIMITED
                || requests / MOST_REQUESTS_PER_CONNECTION < connections
                || requests == MOST_REQUESTS_PER_CONNECTION * connections) {
            return evidence.pass();
        }
        return evidence.at(on)
                .finding(
                        "With virtual threads '%s' works on up to %s requests at once, and they share %s: the thread limit no longer holds them back"
                                .formatted(
                                        application.name(),
                                        Say.count(requests),
                                        Say.count(connections, "pooled connection")),
                        "server.tomcat.max-connections %d (20 for each connection) or a semaphore around the database, and a pool wait of 2 to 5 s"
                                .formatted(MOST_REQUESTS_PER_CONNECTION * connections));
    }
}
