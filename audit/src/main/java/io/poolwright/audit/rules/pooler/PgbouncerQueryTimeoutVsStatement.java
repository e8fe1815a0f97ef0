package io.poolwright.audit.rules.pooler;

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
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * query_timeout is a last resort for a broken network; the server itself must end a long statement first.
 *
 * <p>Line: statement_timeout &gt; 0 and query_timeout &gt; statement_timeout, where query_timeout is set. Source: PgBouncer
 * documentation, "Dangerous timeouts".
 */
public final class PgbouncerQueryTimeoutVsStatement implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "pgbouncer-query-timeout-vs-statement",
            "query_timeout not above statement_timeout",
            Severity.MEDIUM,
            Scope.CROSS_LAYER,
            List.of(Layer.POOLER, Layer.DB),
            "PgBouncer documentation, Dangerous timeouts: query_timeout");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.POOLER, "pgbouncer").filter(pooler -> pooler.isDeclared("query_timeout"));
    }

    @Override
    public Verdict judge(Part subject, Stack stack, Evidence evidence) {
        Setting<Duration> setting = subject.duration("query_timeout");
        Duration cut = evidence.use(setting, "query_timeout");
        if (Bound.isForever(cut)) {
            return evidence.pass();
        }
        List<Part> databases = stack.children(subject, Kind.POOLER_DATABASE).stream()
                .flatMap(entry -> Poolers.database(entry, stack).stream())
                .distinct()
                .toList();
        if (databases.isEmpty()) {
            return evidence.cannotTell("statement_timeout of the servers behind PgBouncer '" + subject.name() + "'");
        }
        for (Part database : databases) {
            Duration statement = evidence.use(
                    database.role(Role.STATEMENT_TIMEOUT), "statement_timeout of '" + database.name() + "'");
            if (Bound.isForever(statement)) {
                return evidence.finding(
                        "PgBouncer '%s' cuts a query after %s (query_timeout), and '%s' has no statement_timeout to end it first: the server goes on with it"
                                .formatted(subject.name(), Say.time(cut), database.name()),
                        "a statement_timeout below %s for the application's role".formatted(Say.time(cut)));
            }
            if (cut.compareTo(statement) <= 0) {
                long fresh = (long) Math.ceil(statement.toMillis() * 1.2 / 1000);
                return evidence.change(setting, String.valueOf(fresh))
                        .finding(
                                "PgBouncer '%s' cuts a query after %s (query_timeout), no later than statement_timeout %s of '%s'"
                                        .formatted(subject.name(), Say.time(cut), Say.time(statement), database.name()),
                                "query_timeout = %d (seconds): 1.2 × %s".formatted(fresh, Say.time(statement)));
            }
        }
        return evidence.pass();
    }
}
