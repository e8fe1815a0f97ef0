package io.poolwright.audit.rules.pool;

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
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What runs on every new connection runs often where connections live shortly.
 *
 * <p>Line: maxLifetime = 0 or maxLifetime ≥ 300000 ms, where connectionInitSql is set. Source: HikariCP README, configuration (connectionInitSql).
 */
public final class HikariInitsqlChurn implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "hikari-initsql-churn",
            "connectionInitSql with short maxLifetime",
            Severity.LOW,
            Scope.SINGLE_FILE,
            List.of(Layer.APP_POOL),
            "HikariCP README, configuration (connectionInitSql)");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.POOL, "hikaricp").filter(pool -> pool.isDeclared("connectionInitSql"));
    }

    @Override
    public Verdict judge(Part pool, Stack stack, Evidence evidence) {

        Setting<String> sql = pool.text("connectionInitSql");
        evidence.use(sql, "what runs on a new connection");
        Duration life = evidence.use(pool.duration("maxLifetime"), "the longest life of a connection");
        if (life.toSeconds() >= 300) {
            return evidence.pass();
        }
        return evidence.change(pool.duration("maxLifetime"), "1800000")
                .finding(
                        "Pool '%s' runs connectionInitSql on every new connection, and a connection lives only %s"
                                .formatted(pool.name(), Say.time(life)),
                        "maxLifetime 1800000, or the statement as a setting of the driver or the database role");
    }
}
