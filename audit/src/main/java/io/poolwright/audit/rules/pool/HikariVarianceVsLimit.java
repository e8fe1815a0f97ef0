package io.poolwright.audit.rules.pool;

import io.poolwright.audit.Evidence;
import io.poolwright.audit.PartRule;
import io.poolwright.audit.RuleSpec;
import io.poolwright.audit.Say;
import io.poolwright.audit.Scope;
import io.poolwright.audit.Severity;
import io.poolwright.audit.Verdict;
import io.poolwright.audit.rules.driver.Databases;
import io.poolwright.model.stack.Bound;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Layer;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A limit of the server lies beyond the latest end of a connection's life, not within its spread.
 *
 * <p>Line: the server's idle limit &gt; maxLifetime + 30 s, where it is above the earliest end: 0.75 × maxLifetime since HikariCP
 * 6.1.0, 0.975 × maxLifetime before. Source: HikariCP 6.0.0, 6.1.0 and 7.1.0, HikariPool.createPoolEntry.
 */
public final class HikariVarianceVsLimit implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "hikari-variance-vs-limit",
            "A server limit lies within the spread of the connections' lives",
            Severity.INFO,
            Scope.CROSS_LAYER,
            List.of(Layer.APP_POOL, Layer.DB),
            "HikariCP 6.0.0, 6.1.0 and 7.1.0, HikariPool.createPoolEntry");
    private static final Duration MARGIN = Duration.ofSeconds(30);

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.POOL, "hikaricp").filter(pool -> Databases.behind(pool, stack)
                .filter(database -> database.has(Role.DB_IDLE_TIMEOUT))
                .isPresent());
    }

    @Override
    public Verdict judge(Part pool, Stack stack, Evidence evidence) {
        Part database = Databases.behind(pool, stack).orElseThrow();
        Setting<Duration> lifetime = pool.duration("maxLifetime");
        Duration latest = evidence.use(lifetime, "the longest life of a connection");
        Duration limit = evidence.use(database.role(Role.DB_IDLE_TIMEOUT), "when the server closes an idle session");
        if (Bound.isForever(latest) || limit.compareTo(latest.plus(MARGIN)) > 0) {
            return evidence.pass();
        }
        Optional<Boolean> wide = pool.version().map(version -> version.atLeast(6, 1, 0));
        boolean inWide = limit.compareTo(earliest(latest, 4)) > 0;
        boolean inNarrow = limit.compareTo(earliest(latest, 40)) > 0;
        if (wide.isEmpty() && inWide != inNarrow) {
            return evidence.cannotTell(
                    "the version of HikariCP, for the spread of maxLifetime of pool '%s' (25 %% since 6.1.0, 2.5 %% before)"
                            .formatted(pool.name()));
        }
        if (!(wide.orElse(true) ? inWide : inNarrow)) {
            return evidence.pass(); // every connection outlives the limit, which is another rule's matter
        }
        long fresh = Math.max(30_000, limit.minus(MARGIN).toMillis());
        return evidence.at(lifetime)
                .change(lifetime, String.valueOf(fresh))
                .finding(
                        "Connections of pool '%s' end between %s and %s, and database '%s' closes idle ones after %s: some outlive it"
                                .formatted(
                                        pool.name(),
                                        Say.time(earliest(latest, wide.orElse(true) ? 4 : 40)),
                                        Say.time(latest),
                                        database.name(),
                                        Say.time(limit)),
                        "maxLifetime %d: the limit less 30 s".formatted(fresh));
    }

    private static Duration earliest(Duration latest, int part) {
        return latest.minus(latest.dividedBy(part));
    }
}
