package io.poolwright.audit.rules.pooler;

import io.poolwright.audit.Evidence;
import io.poolwright.audit.PartRule;
import io.poolwright.audit.RuleSpec;
import io.poolwright.audit.Say;
import io.poolwright.audit.Scope;
import io.poolwright.audit.Severity;
import io.poolwright.audit.Verdict;
import io.poolwright.audit.capacity.PoolerEntry;
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
 * Statements that the driver prepares at the server are lost when the pooler gives the next transaction another server.
 *
 * <p>Line: max_prepared_statements &gt; 0, or prepareThreshold = 0, where pool_mode is transaction or statement. Source: PgBouncer
 * documentation, max_prepared_statements (unknown before 1.21, 0 before 1.24, 200 since); pgjdbc, prepareThreshold (5).
 */
public final class PreparedStatementsTxnPooling implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "prepared-statements-txn-pooling",
            "Server-side prepared statements through a transaction pooler",
            Severity.CRITICAL,
            Scope.CROSS_LAYER,
            List.of(Layer.DRIVER, Layer.POOLER),
            "PgBouncer documentation, max_prepared_statements; changelog 1.21 and 1.24; pgjdbc documentation, prepareThreshold");

    private static Optional<Part> pooler(Part driver, Stack stack) {
        return stack.parent(driver).flatMap(pool -> Poolers.pooler(pool, stack)).filter(one -> one.product()
                .equals("pgbouncer"));
    }

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.DRIVER, "pgjdbc")
                .filter(driver -> pooler(driver, stack).isPresent());
    }

    @Override
    public Verdict judge(Part subject, Stack stack, Evidence evidence) {
        Part pooler = pooler(subject, stack).orElseThrow();
        Part pool = stack.parent(subject).orElseThrow();
        Part entry = PoolerEntry.forClient(pool, pooler, stack).orElse(pooler);
        String mode = evidence.use(entry.role(Role.POOL_MODE), "pool_mode");
        if (mode.equals("session")) {
            return evidence.pass();
        }
        Setting<Long> threshold = subject.count("prepareThreshold");
        if (threshold.isKnown() && threshold.get() == 0) {
            return evidence.pass();
        }
        Setting<Long> statements = pooler.count("max_prepared_statements");
        if (evidence.use(statements, "max_prepared_statements") > 0) {
            return evidence.pass();
        }
        long after = evidence.use(threshold, "prepareThreshold of the driver");
        if (statements.isDeclared()) {
            evidence.change(statements, "200");
        }
        return evidence.related(subject.origin(), "the driver's address")
                .finding(
                        "in %s mode PgBouncer '%s' keeps no prepared statements (max_prepared_statements is 0), and the driver of '%s' prepares a statement at its %s. execution"
                                .formatted(mode, pooler.name(), pool.name(), Say.count(after)),
                        "max_prepared_statements = 200 in PgBouncer, or prepareThreshold=0 in the address");
    }
}
