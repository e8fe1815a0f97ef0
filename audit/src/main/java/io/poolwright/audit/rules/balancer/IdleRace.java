package io.poolwright.audit.rules.balancer;

import io.poolwright.audit.Evidence;
import io.poolwright.audit.Say;
import io.poolwright.audit.Verdict;
import io.poolwright.model.Origin;
import io.poolwright.model.stack.Bound;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The comparison that several proxies need: how long the proxy keeps an idle connection, and how long the server does. */
final class IdleRace {
    private static final Duration MARGIN = Duration.ofSeconds(5);

    private IdleRace() {}

    /** Whether a program behind says, or could say, how long it keeps idle connections. */
    static boolean hasServer(Part hop, Stack stack) {
        return Behind.programsBehind(hop, stack).stream().anyMatch(part -> part.has(Role.SERVER_KEEP_ALIVE));
    }

    /**
     * Whether the server closes first, or at the same moment: then the proxy may use a connection that is being closed.
     *
     * @param place where to edit, given where the server's time is written
     */
    static Verdict judge(
            String proxy,
            Part hop,
            Setting<Duration> idle,
            UnaryOperator<Optional<Origin>> place,
            Stack stack,
            Evidence evidence) {
        List<Part> programs = Behind.programsBehind(hop, stack);
        Part server = Behind.shortestKeepAlive(programs).orElseGet(() -> programs.stream()
                .filter(part -> part.has(Role.SERVER_KEEP_ALIVE))
                .findFirst()
                .orElseThrow());
        Setting<Duration> own = server.role(Role.SERVER_KEEP_ALIVE);
        Duration keepAlive = evidence.use(own, "the server's keep-alive");
        Duration kept = evidence.use(idle, "how long the proxy keeps an idle connection");
        boolean untouched = !own.isDeclared() && !idle.isDeclared();
        if (untouched || Bound.isForever(keepAlive) || keepAlive.compareTo(kept) > 0) {
            return evidence.pass();
        }
        String longer = Bound.isForever(kept)
                ? "no proxy limit at all: set %s below %s".formatted(idle.name(), Say.time(keepAlive))
                : "a server keep-alive of %s, or %s below %s"
                        .formatted(Say.time(kept.plus(MARGIN)), idle.name(), Say.time(keepAlive));
        return evidence.at(place.apply(own.origin()).orElse(hop.origin()))
                .related(hop.origin(), hop.toString())
                .related(server.origin(), server.toString())
                .finding(
                        "%s keeps idle connections to '%s' for %s (%s), the server closes them after %s (%s): a request that meets a closing connection fails with 502 or 503"
                                .formatted(
                                        proxy,
                                        hop.name(),
                                        Say.time(kept),
                                        idle.name(),
                                        Say.time(keepAlive),
                                        own.name()),
                        longer);
    }
}
