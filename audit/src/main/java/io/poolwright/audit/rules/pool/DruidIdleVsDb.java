package io.poolwright.audit.rules.pool;

import io.poolwright.audit.Evidence;
import io.poolwright.audit.PartRule;
import io.poolwright.audit.RuleSpec;
import io.poolwright.audit.Say;
import io.poolwright.audit.Scope;
import io.poolwright.audit.Severity;
import io.poolwright.audit.Verdict;
import io.poolwright.audit.rules.driver.Databases;
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
 * The pool lets go of an idle connection before the server does.
 *
 * <p>Line: maxEvictableIdleTimeMillis &lt; wait_timeout × 1000, or keepAlive = true; 7 h when unset. Source: Druid, DruidAbstractDataSource; MySQL, wait_timeout.
 */
public final class DruidIdleVsDb implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "druid-idle-vs-db",
            "Druid idle limit above the DB idle limit",
            Severity.HIGH,
            Scope.CROSS_LAYER,
            List.of(Layer.APP_POOL, Layer.DB),
            "Druid, DruidAbstractDataSource; MySQL, wait_timeout");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.POOL, "druid").filter(pool -> Databases.behind(pool, stack)
                .filter(database -> database.has(Role.DB_IDLE_TIMEOUT))
                .isPresent());
    }

    @Override
    public Verdict judge(Part pool, Stack stack, Evidence evidence) {

        Part database = Databases.behind(pool, stack).orElseThrow();
        if (evidence.use(pool.flag("keepAlive"), "whether idle connections are pinged")) {
            return evidence.pass();
        }
        Setting<Duration> idle = pool.duration("maxEvictableIdleTimeMillis");
        Duration kept = evidence.use(idle, "how long a connection may be idle in the pool");
        Duration server = evidence.use(database.role(Role.DB_IDLE_TIMEOUT), "when the server closes an idle session");
        if (kept.compareTo(server) < 0) {
            return evidence.pass();
        }
        long fresh = Math.max(30_000, server.toMillis() - 60_000);
        return evidence.at(idle)
                .change(idle, String.valueOf(fresh))
                .finding(
                        "Pool '%s' keeps idle connections for %s without pings, and database '%s' closes them after %s"
                                .formatted(pool.name(), Say.time(kept), database.name(), Say.time(server)),
                        "maxEvictableIdleTimeMillis %d (%s − 60 s), and keepAlive true"
                                .formatted(fresh, Say.time(server)));
    }
}
