package io.poolwright.audit.rules.database;

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
import io.poolwright.model.stack.Stack;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * A statement_timeout for the whole server also cuts backups, migrations and index builds.
 *
 * <p>Line: statement_timeout is not set for all sessions. Source: PostgreSQL manual, 19.11, statement_timeout, which advises
 * against it.
 */
public final class PgStatementTimeoutGlobal implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "pg-statement-timeout-global",
            "statement_timeout in postgresql.conf",
            Severity.LOW,
            Scope.SINGLE_FILE,
            List.of(Layer.DB),
            "PostgreSQL manual 19.11, statement_timeout");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.DATABASE, "postgresql").filter(database -> database.isDeclared("statement_timeout"));
    }

    @Override
    public Verdict judge(Part database, Stack stack, Evidence evidence) {
        Duration time = evidence.use(database.duration("statement_timeout"), "statement_timeout");
        if (Bound.isForever(time)) {
            return evidence.pass();
        }
        return evidence.finding(
                "statement_timeout %s holds for every session of '%s', backups and migrations included"
                        .formatted(Say.time(time), database.name()),
                "ALTER ROLE app SET statement_timeout = '%s', or the same in the application's connections"
                        .formatted(Say.time(time).replace(" ", "")));
    }
}
