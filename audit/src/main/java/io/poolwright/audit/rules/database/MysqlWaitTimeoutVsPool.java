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
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * A pool must retire or ping a connection before MySQL closes it.
 *
 * <p>Line: maxLifetime + 30 s &lt; wait_timeout, or keepalive &lt; wait_timeout. Source: HikariCP README, maxLifetime; MySQL manual,
 * wait_timeout (28,800 s) and interactive_timeout.
 */
public final class MysqlWaitTimeoutVsPool implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "mysql-wait-timeout-vs-pool",
            "Pool keeps connections longer than wait_timeout",
            Severity.CRITICAL,
            Scope.CROSS_LAYER,
            List.of(Layer.DB, Layer.APP_POOL),
            "HikariCP README maxLifetime; MySQL manual, wait_timeout and interactive_timeout");
    private static final Duration MARGIN = Duration.ofSeconds(30);

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.POOL)
                .filter(pool -> stack.callees(pool).stream().anyMatch(MysqlWaitTimeoutVsPool::isMySql));
    }

    private static boolean isMySql(Part part) {
        return part.kind() == Kind.DATABASE
                && (part.product().equals("mysql") || part.product().equals("mariadb"));
    }

    @Override
    public Verdict judge(Part pool, Stack stack, Evidence evidence) {
        Part database = stack.callees(pool).stream()
                .filter(MysqlWaitTimeoutVsPool::isMySql)
                .findFirst()
                .orElseThrow();
        Setting<Duration> setting = limit(pool, database, stack);
        String as = setting.name() + " of '" + database.name() + "'";
        Duration limit = setting.isKnown() ? setting.get() : evidence.use(setting, as);
        if (IdleCut.survives(pool, limit, MARGIN, evidence)) {
            return evidence.pass();
        }
        evidence.use(setting, as);
        Setting<Duration> lifetime = pool.role(Role.MAX_LIFETIME);
        Duration fresh = limit.minus(MARGIN);
        String cure = fresh.compareTo(MARGIN) < 0
                ? "a longer " + setting.name() + ", at least 1 min"
                : "%s = %d ms: %s − 30 s"
                        .formatted(lifetime.name(), fresh.minusSeconds(1).toMillis(), Say.time(limit));
        if (fresh.compareTo(MARGIN) >= 0
                && lifetime.written().filter(text -> text.matches("\\d+")).isPresent()
                && pool.product().equals("hikaricp")) {
            evidence.change(lifetime, String.valueOf(fresh.minusSeconds(1).toMillis()));
        }
        return evidence.finding(
                "'%s' closes a connection after %s of silence (%s), and pool '%s' keeps one for %s without a ping in between"
                        .formatted(
                                database.name(),
                                Say.time(limit),
                                setting.name(),
                                pool.name(),
                                Bound.isForever(lifetime.get()) ? "ever" : Say.time(lifetime.get())),
                cure);
    }

    /** interactive_timeout for clients that call themselves interactive. */
    private static Setting<Duration> limit(Part pool, Part database, Stack stack) {
        boolean interactive = stack.children(pool, Kind.DRIVER).stream()
                .map(driver -> driver.text("interactiveClient"))
                .anyMatch(flag -> flag.isKnown() && flag.get().equalsIgnoreCase("true"));
        return interactive ? database.duration("interactive_timeout") : database.role(Role.DB_IDLE_TIMEOUT);
    }
}
