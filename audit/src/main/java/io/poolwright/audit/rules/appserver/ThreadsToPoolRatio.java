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
 * Threads that all want a connection must not outnumber the connections by far.
 *
 * <p>Line: threads.max ≤ 10 × the connections of the pools. Source: Spring Boot configuration metadata; HikariCP issue 1905.
 */
public final class ThreadsToPoolRatio implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "threads-to-pool-ratio",
            "Many request threads per pooled connection",
            Severity.MEDIUM,
            Scope.CROSS_LAYER,
            List.of(Layer.APP_SERVER, Layer.APP_POOL),
            "Spring Boot configuration metadata, server.tomcat.threads.max; HikariCP issue 1905");

    /** Threads for each connection from which on the queue inside the pool is the rule; a starting value. */
    private static final int MOST_THREADS_PER_CONNECTION = 10;

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.APP_SERVER)
                .filter(server -> server.has(Role.WORKERS))
                .filter(server -> !Programs.pools(server, stack).isEmpty())
                .filter(server -> !virtual(server, stack))
                .filter(server -> isWritten(server, stack));
    }

    private static boolean virtual(Part server, Stack stack) {
        return Programs.application(server, stack)
                .map(application -> application.flag("virtual threads"))
                .filter(Setting::isKnown)
                .map(Setting::get)
                .orElse(false);
    }

    private static boolean isWritten(Part server, Stack stack) {
        return server.role(Role.WORKERS).isDeclared()
                || Programs.pools(server, stack).stream()
                        .anyMatch(pool -> pool.role(Role.POOL_MAX).isDeclared());
    }

    @Override
    public Verdict judge(Part server, Stack stack, Evidence evidence) {
        Setting<Long> workers = server.role(Role.WORKERS);
        List<Part> pools = Programs.pools(server, stack);
        long threads = evidence.use(workers, "request threads");
        long connections = Programs.connections(pools, evidence);
        if (connections < 1 || connections == Bound.UNLIMITED || threads <= MOST_THREADS_PER_CONNECTION * connections) {
            return evidence.pass();
        }
        return evidence.finding(
                "%s of '%s' share %s: %s for each, where %d is many; under load most of them queue inside the pool"
                        .formatted(
                                Say.count(threads, "request thread"),
                                server.name(),
                                Say.count(connections, "pooled connection"),
                                Say.count(threads / connections, "thread"),
                                MOST_THREADS_PER_CONNECTION),
                "threads.max %d to %d (2 to 4 for each connection), or a larger pool within what the database accepts"
                        .formatted(2 * connections, 4 * connections));
    }
}
