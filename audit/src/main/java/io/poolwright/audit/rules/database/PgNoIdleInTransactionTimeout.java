package io.poolwright.audit.rules.database;

import io.poolwright.audit.Evidence;
import io.poolwright.audit.PartRule;
import io.poolwright.audit.RuleSpec;
import io.poolwright.audit.Scope;
import io.poolwright.audit.Severity;
import io.poolwright.audit.Verdict;
import io.poolwright.model.stack.Bound;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Layer;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Stack;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * A transaction that its client forgot holds its locks and its slot for ever.
 *
 * <p>Line: idle_in_transaction_session_timeout &gt; 0. Source: PostgreSQL manual, 19.11.
 */
public final class PgNoIdleInTransactionTimeout implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "pg-no-idle-in-transaction-timeout",
            "idle_in_transaction_session_timeout is 0",
            Severity.MEDIUM,
            Scope.SINGLE_FILE,
            List.of(Layer.DB),
            "PostgreSQL manual 19.11, idle_in_transaction_session_timeout");
    private static final String SETTING = "idle_in_transaction_session_timeout";

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    /** Servers whose parameters somebody wrote: the untouched default of an image is nobody's decision. */
    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.DATABASE, "postgresql").filter(database -> database.settings().all().stream()
                .anyMatch(setting -> setting.isDeclared() && !setting.name().equals("superuser")));
    }

    @Override
    public Verdict judge(Part database, Stack stack, Evidence evidence) {
        Duration time = evidence.use(database.duration(SETTING), SETTING);
        if (!Bound.isForever(time)) {
            return evidence.pass();
        }
        if (database.isDeclared(SETTING)) {
            evidence.change(database.duration(SETTING), "60s");
        } else {
            evidence.severity(Severity.LOW).at(database.role(Role.DB_MAX_CONNECTIONS));
        }
        return evidence.finding(
                "'%s' never ends a session that sits idle inside a transaction (%s is 0): its locks and its slot stay taken"
                        .formatted(database.name(), SETTING),
                SETTING + " = '60s'");
    }
}
