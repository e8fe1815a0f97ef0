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
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An application that logs in as superuser also takes the slots kept for administrators.
 *
 * <p>Line: the application's user is not the server's superuser. Source: PostgreSQL manual, 19.3,
 * superuser_reserved_connections; documentation of the postgres image, POSTGRES_USER; MySQL manual, max_connections, of the one
 * connection more for administrators.
 */
public final class DbAppUsesSuperuser implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "db-app-uses-superuser",
            "Application connects as superuser and eats the reserve",
            Severity.MEDIUM,
            Scope.CROSS_LAYER,
            List.of(Layer.APP, Layer.DB),
            "PostgreSQL manual 19.3; documentation of the postgres image; MySQL manual, max_connections");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.DATABASE)
                .filter(database -> !Demand.on(database, stack).isEmpty());
    }

    @Override
    public Verdict judge(Part database, Stack stack, Evidence evidence) {
        Setting<String> superuser = database.text("superuser");
        Optional<String> unsaid = Optional.empty();
        for (Part pool : stack.callers(database).stream()
                .filter(part -> part.kind() == Kind.POOL)
                .toList()) {
            Setting<String> user = pool.role(Role.USER);
            if (!pool.has(Role.USER)) {
                unsaid = Optional.of("the user of pool '" + pool.name() + "'");
            } else if (evidence.use(user, "the user of pool '" + pool.name() + "'")
                    .equals(evidence.use(superuser, "the superuser"))) {
                return evidence.at(user).finding(message("pool '" + pool.name() + "'", user.get(), database), cure());
            }
        }
        for (DatabaseUrls.Client client : DatabaseUrls.clients(database, stack)) {
            if (client.user().isPresent() && client.user().get().equals(evidence.use(superuser, "the superuser"))) {
                evidence.use(
                        client.url(), "the address that '" + client.service().name() + "' uses");
                return evidence.at(client.url())
                        .finding(
                                message(
                                        "service '" + client.service().name() + "'",
                                        client.user().get(),
                                        database),
                                cure());
            }
        }
        return unsaid.map(evidence::cannotTell).orElseGet(evidence::pass);
    }

    private static String message(String who, String user, Part database) {
        return "%s logs in to '%s' as its superuser '%s': when the pools have taken every slot, an administrator gets none either"
                .formatted(who, database.name(), user);
    }

    private static String cure() {
        return "a role of its own for the application, without SUPERUSER";
    }
}
