package io.poolwright.audit.rules.pool;

import io.poolwright.audit.Evidence;
import io.poolwright.audit.PartRule;
import io.poolwright.audit.RuleSpec;
import io.poolwright.audit.Scope;
import io.poolwright.audit.Severity;
import io.poolwright.audit.Verdict;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Layer;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who holds one connection and asks for a second needs a pool that has one.
 *
 * <p>Line: maximumPoolSize ≥ threads × (connections of one task − 1) + 1. Source: HikariCP wiki, About Pool Sizing (pool-locking).
 */
public final class HikariNestedDeadlock implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "hikari-nested-deadlock",
            "Pool too small for nested checkouts",
            Severity.MEDIUM,
            Scope.SINGLE_FILE,
            List.of(Layer.APP_POOL),
            "HikariCP wiki, About Pool Sizing (pool-locking)");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.POOL, "hikaricp");
    }

    @Override
    public Verdict judge(Part pool, Stack stack, Evidence evidence) {

        Setting<Long> size = pool.count("maximumPoolSize");
        if (evidence.use(size, "the size of the pool") != 1) {
            return evidence.pass();
        }
        List<Part> drivers = stack.children(pool, Kind.DRIVER);
        if (drivers.isEmpty()) {
            return evidence.cannotTell(
                    "the database of pool '%s' (no address of it is readable)".formatted(pool.name()));
        }
        if (drivers.get(0).product().equals("other")) {
            return evidence.pass(); // an embedded database, where one writer at a time is the way
        }
        return evidence.change(size, "10")
                .finding(
                        "Pool '%s' has a single connection: a task that asks for a second one, as REQUIRES_NEW does, waits for itself until connectionTimeout"
                                .formatted(pool.name()),
                        "at least threads × (connections of one task − 1) + 1, so 2 for one thread with a nested transaction");
    }
}
