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
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Stack;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * A server that ends idle sessions must not do so to the idle connections of a pool.
 *
 * <p>Line: idle_session_timeout off, or longer than the pool's keepalive interval or its connections' lifetime. Source:
 * PostgreSQL manual, 19.11, idle_session_timeout, which warns of connection poolers.
 */
public final class PgIdleSessionTimeoutWithPool implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "pg-idle-session-timeout-with-pool",
            "idle_session_timeout with pooled clients",
            Severity.HIGH,
            Scope.CROSS_LAYER,
            List.of(Layer.DB, Layer.APP_POOL),
            "PostgreSQL manual 19.11, idle_session_timeout");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.POOL)
                .filter(pool -> stack.callees(pool).stream().anyMatch(PgIdleSessionTimeoutWithPool::isPostgres));
    }

    private static boolean isPostgres(Part part) {
        return part.kind() == Kind.DATABASE && part.product().equals("postgresql");
    }

    @Override
    public Verdict judge(Part pool, Stack stack, Evidence evidence) {
        Part database = stack.callees(pool).stream()
                .filter(PgIdleSessionTimeoutWithPool::isPostgres)
                .findFirst()
                .orElseThrow();
        Duration limit =
                evidence.use(database.role(Role.DB_IDLE_TIMEOUT), "idle_session_timeout of '" + database.name() + "'");
        if (Bound.isForever(limit)) {
            return evidence.pass();
        }
        if (IdleCut.survives(pool, limit, Duration.ZERO, evidence)) {
            return evidence.pass();
        }
        return evidence.finding(
                "'%s' ends a session after %s of silence, and nothing in pool '%s' keeps or replaces its idle connections before that"
                        .formatted(database.name(), Say.time(limit), pool.name()),
                "idle_session_timeout = 0, or longer than the pool's connections live");
    }
}
