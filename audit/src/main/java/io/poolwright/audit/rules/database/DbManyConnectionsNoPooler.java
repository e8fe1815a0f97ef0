package io.poolwright.audit.rules.database;

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
import io.poolwright.model.stack.Stack;
import java.util.List;
import java.util.stream.Stream;

/**
 * PostgreSQL runs a process for every connection, so a large limit is better served by a pooler.
 *
 * <p>Line: max_connections ≤ 500 where no pooler stands in front; a starting value. Source: PostgreSQL manual, 19.3;
 * postgresqltuner advises a pooler likewise.
 */
public final class DbManyConnectionsNoPooler implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "db-many-connections-no-pooler",
            "Large max_connections with no pooler",
            Severity.LOW,
            Scope.CROSS_LAYER,
            List.of(Layer.DB, Layer.POOLER),
            "PostgreSQL manual 19.3; postgresqltuner");
    private static final long MOST = 500;

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.DATABASE, "postgresql");
    }

    @Override
    public Verdict judge(Part database, Stack stack, Evidence evidence) {
        long most = evidence.use(database.role(Role.DB_MAX_CONNECTIONS), "max_connections");
        if (most <= MOST || stack.all(Kind.POOLER).findAny().isPresent()) {
            return evidence.pass();
        }
        return evidence.finding(
                "'%s' may run %s backend processes (max_connections), and no pooler stands in front of it"
                        .formatted(database.name(), Say.count(most)),
                "a pooler in transaction mode, and max_connections near what the processors can serve");
    }
}
