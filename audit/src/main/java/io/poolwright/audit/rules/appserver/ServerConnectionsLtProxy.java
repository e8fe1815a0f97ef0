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
 * What proxies may send to one server must fit into its connections and its backlog.
 *
 * <p>Line: sum of the proxies' limits for the server ≤ (max-connections + accept-count) × its replicas. Source: Tomcat HTTP
 * connector.
 */
public final class ServerConnectionsLtProxy implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "server-connections-lt-proxy",
            "Proxy may open more connections than the server accepts",
            Severity.HIGH,
            Scope.CROSS_LAYER,
            List.of(Layer.LB, Layer.APP_SERVER),
            "Apache Tomcat configuration reference, maxConnections and acceptCount");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.APP_SERVER)
                .filter(server -> server.has(Role.MAX_CONNECTIONS))
                .filter(server -> !limits(server, stack).isEmpty());
    }

    /** The servers of proxies that call this one and have a limit; one without a limit is for another rule. */
    private static List<Part> limits(Part server, Stack stack) {
        return Programs.callers(server, stack).stream()
                .filter(caller -> caller.has(Role.PER_SERVER))
                .filter(caller -> caller.role(Role.PER_SERVER).isDeclared())
                .filter(caller -> !caller.role(Role.PER_SERVER).isKnown()
                        || caller.role(Role.PER_SERVER).get() != Bound.UNLIMITED)
                .toList();
    }

    @Override
    public Verdict judge(Part server, Stack stack, Evidence evidence) {
        long demand = 0;
        for (Part caller : limits(server, stack)) {
            long one = evidence.use(caller.role(Role.PER_SERVER), "what the proxy may send to one server");
            demand += one * replicas(caller, stack, evidence);
        }
        Setting<Long> connections = server.role(Role.MAX_CONNECTIONS);
        long accepted = evidence.use(connections, "connections that the server holds");
        if (accepted == Bound.UNLIMITED) {
            return evidence.pass();
        }
        long waiting = server.has(Role.ACCEPT_COUNT)
                ? evidence.use(server.role(Role.ACCEPT_COUNT), "connections that wait beyond that")
                : 0;
        long room = (accepted + waiting) * replicas(server, stack, evidence);
        if (demand <= room) {
            return evidence.pass();
        }
        return evidence.reachability(
                        "%s requests at the same time through the proxies reach it".formatted(Say.count(room + 1)))
                .finding(
                        "Proxies can send %s to '%s' at the same time; it holds %s and lets %s wait, the rest queues in the kernel until it times out"
                                .formatted(
                                        Say.count(demand, "connection"),
                                        server.name(),
                                        Say.count(accepted),
                                        Say.count(waiting)),
                        "a limit for each server of at most %s in all proxies together, or a little above the server's threads"
                                .formatted(Say.count(room)));
    }

    private static long replicas(Part part, Stack stack, Evidence evidence) {
        return stack.service(part)
                .map(service -> service.role(Role.REPLICAS))
                .flatMap(copies -> evidence.useIfKnown(copies, "replicas"))
                .orElse(1L);
    }
}
