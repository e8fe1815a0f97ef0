package io.poolwright.audit.rules.pool;

import io.poolwright.audit.Change;
import io.poolwright.audit.Evidence;
import io.poolwright.audit.PartRule;
import io.poolwright.audit.RuleSpec;
import io.poolwright.audit.Say;
import io.poolwright.audit.Scope;
import io.poolwright.audit.Severity;
import io.poolwright.audit.Verdict;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Layer;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.util.List;
import java.util.stream.Stream;

/**
 * A pool of fixed size opens its connections before they are needed.
 *
 * <p>Line: minimumIdle is unset or not below maximumPoolSize. Source: HikariCP README (minimumIdle); HikariCP wiki, About Pool Sizing.
 */
public final class HikariElasticPool implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "hikari-elastic-pool",
            "Elastic pool (minimumIdle < maximumPoolSize) in a latency-sensitive profile",
            Severity.LOW,
            Scope.SINGLE_FILE,
            List.of(Layer.APP_POOL),
            "HikariCP README (minimumIdle); HikariCP wiki, About Pool Sizing");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.POOL, "hikaricp");
    }

    @Override
    public Verdict judge(Part pool, Stack stack, Evidence evidence) {

        Setting<Long> min = pool.count("minimumIdle");
        if (!min.isDeclared()) {
            return evidence.pass();
        }
        long idle = evidence.use(min, "the idle connections that are kept");
        long size = evidence.use(pool.count("maximumPoolSize"), "the size of the pool");
        if (idle >= size) {
            return evidence.pass();
        }
        return evidence.change(new Change(Change.Kind.REMOVE, min.origin().orElseThrow(), "minimumIdle", "", ""))
                .finding(
                        "Pool '%s' keeps %s of %d open and opens the rest under load, when the database is slowest"
                                .formatted(pool.name(), Say.count(idle, "connection"), size),
                        "remove minimumIdle for a pool of fixed size, unless the database has no slots to spare");
    }
}
