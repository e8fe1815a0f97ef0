package io.poolwright.audit.rules.pool;

import io.poolwright.audit.Evidence;
import io.poolwright.audit.PartRule;
import io.poolwright.audit.RuleSpec;
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
 * A connection is tested before it is handed out, or while it is idle.
 *
 * <p>Line: testOnBorrow or testWhileIdle is true; both are false when unset. Source: Tomcat JDBC pool, documentation (testOnBorrow, testWhileIdle).
 */
public final class TomcatjdbcNoValidation implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "tomcatjdbc-no-validation",
            "Tomcat JDBC pool without validation",
            Severity.HIGH,
            Scope.SINGLE_FILE,
            List.of(Layer.APP_POOL),
            "Tomcat JDBC pool, documentation (testOnBorrow, testWhileIdle)");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.POOL, "tomcat-jdbc");
    }

    @Override
    public Verdict judge(Part pool, Stack stack, Evidence evidence) {

        Setting<Boolean> borrow = pool.flag("testOnBorrow");
        Setting<Boolean> idle = pool.flag("testWhileIdle");
        if ((borrow.isKnown() && borrow.get()) || (idle.isKnown() && idle.get())) {
            return evidence.pass();
        }
        evidence.use(borrow, "whether a connection is tested before use");
        evidence.use(idle, "whether an idle connection is tested");
        return evidence.at(pool.origin())
                .at(idle)
                .at(borrow)
                .change(borrow, "true")
                .finding(
                        "Pool '%s' tests no connection: after a restart or failover of the database each one is handed out broken"
                                .formatted(pool.name()),
                        "testOnBorrow true with validationInterval 3000");
    }
}
