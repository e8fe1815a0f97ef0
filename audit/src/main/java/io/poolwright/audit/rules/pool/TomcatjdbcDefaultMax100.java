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
import java.util.List;
import java.util.stream.Stream;

/**
 * A size that nobody chose must fit into the database.
 *
 * <p>Line: replicas × 100 ≤ connections of the database, where maxActive is unset. Source: Tomcat JDBC pool, PoolProperties (DEFAULT_MAX_ACTIVE 100).
 */
public final class TomcatjdbcDefaultMax100 implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "tomcatjdbc-default-max-100",
            "Tomcat JDBC default maxActive=100 exceeds the database alone",
            Severity.HIGH,
            Scope.CROSS_LAYER,
            List.of(Layer.APP_POOL, Layer.DB),
            "Tomcat JDBC pool, PoolProperties (DEFAULT_MAX_ACTIVE 100)");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.POOL, "tomcat-jdbc")
                .filter(pool -> !pool.isDeclared("maxActive"))
                .filter(pool -> Databases.behind(pool, stack).isPresent());
    }

    @Override
    public Verdict judge(Part pool, Stack stack, Evidence evidence) {

        Setting<Long> max = pool.count("maxActive");
        long size = evidence.use(max, "the size of the pool");
        Part database = Databases.behind(pool, stack).orElseThrow();
        long accepted =
                evidence.use(database.role(Role.DB_MAX_CONNECTIONS), "the connections that the database accepts");
        long reserved = evidence.useIfKnown(database.role(Role.DB_RESERVED), "those kept for administrators")
                .orElse(0L);
        long replicas = stack.service(pool)
                .flatMap(service -> evidence.useIfKnown(service.role(Role.REPLICAS), "the replicas"))
                .orElse(1L);
        long room = accepted - reserved;
        if (replicas * size <= room) {
            return evidence.pass();
        }
        return evidence.at(pool.origin())
                .related(database.origin(), "the database")
                .finding(
                        "Pool '%s' sets no maxActive, so it can open %d connections × %s; database '%s' has room for %d"
                                .formatted(pool.name(), size, Say.count(replicas, "replica"), database.name(), room),
                        "maxActive %d: 0.8 × %d / %d, rounded down"
                                .formatted(Math.max(1, room * 8 / 10 / replicas), room, replicas));
    }
}
