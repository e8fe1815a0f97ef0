package io.poolwright.audit.rules.pool;

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
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Connections are retired at some age, so that a failover or a grown backend process does not stay for ever.
 *
 * <p>Line: a maximum age is set and above 0 (Tomcat JDBC maxAge, DBCP maxConnLifetimeMillis, Druid phyTimeoutMillis, Agroal and Quarkus max-lifetime, R2DBC max-life-time). Source: the pools' own defaults: none of them has a limit.
 */
public final class PoolNoMaxLifetime implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "pool-no-max-lifetime",
            "Pool without a maximum connection lifetime",
            Severity.MEDIUM,
            Scope.SINGLE_FILE,
            List.of(Layer.APP_POOL),
            "the pools' own defaults: none of them has a limit");
    private static final Set<String> PRODUCTS =
            Set.of("agroal", "quarkus-agroal", "r2dbc-pool", "tomcat-jdbc", "dbcp2", "druid");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.POOL).filter(pool -> PRODUCTS.contains(pool.product()));
    }

    @Override
    public Verdict judge(Part pool, Stack stack, Evidence evidence) {

        Setting<Duration> lifetime = pool.role(Role.MAX_LIFETIME);
        if (!Bound.isForever(evidence.use(lifetime, "the longest life of a connection"))) {
            return evidence.pass();
        }
        boolean suffix = pool.product().startsWith("quarkus") || pool.product().startsWith("r2dbc");
        return evidence.at(pool.origin())
                .at(lifetime)
                .change(lifetime, suffix ? "30m" : "1800000")
                .finding(
                        "Connections of pool '%s' are never retired: %s is %s"
                                .formatted(
                                        pool.name(),
                                        lifetime.name(),
                                        lifetime.written().orElse("not set")),
                        "%s %s (30 minutes), and below every limit between pool and database"
                                .formatted(lifetime.name(), suffix ? "30m" : "1800000"));
    }
}
