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
 * PgBouncer must let go of an idle server connection before the server does.
 *
 * <p>Line: server_idle_timeout &lt; idle_session_timeout, where the latter is set. Source: PgBouncer documentation,
 * server_idle_timeout (600 s by default); PostgreSQL manual, 19.11.
 */
public final class PgbouncerIdleVsDbIdle implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "pgbouncer-idle-vs-db-idle",
            "server_idle_timeout above DB session idle limit",
            Severity.MEDIUM,
            Scope.CROSS_LAYER,
            List.of(Layer.POOLER, Layer.DB),
            "PgBouncer documentation, server_idle_timeout; PostgreSQL manual 19.11, idle_session_timeout");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.POOLER_DATABASE, "pgbouncer")
                .filter(entry -> Poolers.database(entry, stack).isPresent());
    }

    @Override
    public Verdict judge(Part subject, Stack stack, Evidence evidence) {
        Part database = Poolers.database(subject, stack).orElseThrow();
        Part pooler = stack.parent(subject).orElseThrow();
        Duration limit =
                evidence.use(database.role(Role.DB_IDLE_TIMEOUT), "idle_session_timeout of '" + database.name() + "'");
        if (Bound.isForever(limit)) {
            return evidence.pass();
        }
        Setting<Duration> setting = pooler.duration("server_idle_timeout");
        Duration idle = evidence.use(setting, "server_idle_timeout");
        if (idle.compareTo(limit) < 0) {
            return evidence.pass();
        }
        long fresh = Math.max(1, limit.toSeconds() / 2);
        return evidence.at(setting)
                .change(setting, String.valueOf(fresh))
                .finding(
                        "PgBouncer '%s' keeps an idle server connection for %s (server_idle_timeout), and '%s' ends an idle session after %s"
                                .formatted(
                                        pooler.name(),
                                        Bound.isForever(idle) ? "ever" : Say.time(idle),
                                        database.name(),
                                        Say.time(limit)),
                        "server_idle_timeout = %d (seconds), half of idle_session_timeout".formatted(fresh));
    }
}
