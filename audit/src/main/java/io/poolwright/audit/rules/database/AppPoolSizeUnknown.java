package io.poolwright.audit.rules.database;

import io.poolwright.audit.Evidence;
import io.poolwright.audit.PartRule;
import io.poolwright.audit.RuleSpec;
import io.poolwright.audit.Scope;
import io.poolwright.audit.Severity;
import io.poolwright.audit.Verdict;
import io.poolwright.audit.capacity.DatabaseUrls;
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
        return stack.all(Kind.DATABASE)
                .filter(database -> !DatabaseUrls.clients(database, stack).isEmpty());
    }

    /** One finding for a database: the services that say nothing are named together. */
    @Override
    public Verdict judge(Part database, Stack stack, Evidence evidence) {
        List<DatabaseUrls.Client> silent = DatabaseUrls.clients(database, stack).stream()
                .filter(client -> client.poolLimit().isEmpty())
                .filter(client -> !stack.declared()
                        .count("stack." + client.service().name() + ".pool")
                        .isKnown())
                .toList();
        if (silent.isEmpty()) {
            return evidence.pass();
        }
        for (DatabaseUrls.Client client : silent) {
            evidence.use(client.url(), "the address that '" + client.service().name() + "' uses");
        }
        if (!isShared(database, silent, stack)) {
            evidence.severity(Severity.INFO);
        }
        List<String> names = silent.stream()
                .map(client -> client.service().name())
                .distinct()
                .toList();
        boolean one = names.size() == 1;
        return evidence.finding(
                "%s '%s' %s the address of database '%s' and no limit of %s pool in the files: the default of a driver or framework holds, and some have none"
                        .formatted(
                                one ? "service" : "services",
                                String.join("', '", names),
                                one ? "has" : "have",
                                database.name(),
                                one ? "its" : "their"),
                "a pool size in its configuration, or stack.%s.pool in poolwright.yaml".formatted(names.get(0)));
    }

    /** Whether several processes share the database, so that their pools add up. */
    private static boolean isShared(Part database, List<DatabaseUrls.Client> silent, Stack stack) {
        long clients = DatabaseUrls.clients(database, stack).stream()
                        .map(client -> client.service().id())
                        .distinct()
                        .count()
                + stack.callers(database).stream()
                        .filter(part -> part.kind() == Kind.POOL)
                        .count();
        return clients > 1 || silent.stream().anyMatch(client -> several(client.service()));
    }

    private static boolean several(Part service) {
        Setting<Long> copies = service.role(Role.REPLICAS);
        Setting<Long> most = service.role(Role.MAX_REPLICAS);
        return (copies.isKnown() && copies.get() > 1) || (most.isKnown() && most.get() > 1);
    }
}
