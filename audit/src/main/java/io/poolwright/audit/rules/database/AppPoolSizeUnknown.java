package io.poolwright.audit.rules.database;

import io.poolwright.audit.Evidence;
import io.poolwright.audit.PartRule;
import io.poolwright.audit.RuleSpec;
import io.poolwright.audit.Scope;
import io.poolwright.audit.Severity;
import io.poolwright.audit.Verdict;
import io.poolwright.audit.capacity.DatabaseUrls;
import io.poolwright.audit.capacity.Demand;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Layer;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.util.List;
import java.util.stream.Stream;

/**
 * A service that talks to a database should say how many connections it may open.
 *
 * <p>Line: a service with the address of a database has a pool size in its files. The finding is information where one copy of
 * one service uses the database, for there the sum matters little. Source: container logs of public load tests, where 7 of 8
 * stacks that ran out of connections showed no limit; as a prediction it is weak.
 */
public final class AppPoolSizeUnknown implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "app-pool-size-unknown",
            "Database client without a visible pool limit",
            Severity.MEDIUM,
            Scope.CROSS_LAYER,
            List.of(Layer.APP, Layer.DB),
            "container logs of public load tests");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.SERVICE)
                .filter(service -> !clients(service, stack).isEmpty());
    }

    private static List<DatabaseUrls.Client> clients(Part service, Stack stack) {
        return stack.all(Kind.DATABASE)
                .flatMap(database -> DatabaseUrls.clients(database, stack).stream())
                .filter(client -> client.service().equals(service))
                .toList();
    }

    @Override
    public Verdict judge(Part service, Stack stack, Evidence evidence) {
        DatabaseUrls.Client client = clients(service, stack).get(0);
        if (client.poolLimit().isPresent()) {
            return evidence.pass();
        }
        evidence.use(client.url(), "the address of the database");
        Setting<Long> copies = service.role(Role.REPLICAS);
        Setting<Long> most = service.role(Role.MAX_REPLICAS);
        boolean several = others(service, stack) > 0
                || (copies.isKnown() && copies.get() > 1)
                || (most.isKnown() && most.get() > 1);
        if (!several) {
            evidence.severity(Severity.INFO);
        }
        return evidence.finding(
                "'%s' has the address of database '%s' and no limit of its pool in the files: the default of its driver or framework holds, and some have none"
                        .formatted(service.name(), client.host()),
                "a pool size in its configuration, or stack.%s.pool in poolwright.yaml".formatted(service.name()));
    }

    private static long others(Part service, Stack stack) {
        return stack.all(Kind.DATABASE)
                .filter(database -> DatabaseUrls.clients(database, stack).stream()
                        .anyMatch(client -> client.service().equals(service)))
                .flatMap(database -> Stream.concat(
                        DatabaseUrls.clients(database, stack).stream()
                                .map(client -> client.service().id()),
                        Demand.on(database, stack).claims().stream()
                                .map(claim -> claim.caller().id())))
                .filter(id -> !id.equals(service.id()))
                .count();
    }
}
