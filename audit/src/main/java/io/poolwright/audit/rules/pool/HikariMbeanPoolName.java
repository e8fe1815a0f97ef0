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
 * A colon in the pool's name and JMX do not go together.
 *
 * <p>Line: no ':' in poolName where registerMbeans is true. Source: HikariCP 7.1.0, HikariConfig.validate().
 */
public final class HikariMbeanPoolName implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "hikari-mbean-pool-name",
            "poolName with colon and registerMbeans",
            Severity.MEDIUM,
            Scope.SINGLE_FILE,
            List.of(Layer.APP_POOL),
            "HikariCP 7.1.0, HikariConfig.validate()");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.POOL, "hikaricp").filter(pool -> pool.isDeclared("poolName"));
    }

    @Override
    public Verdict judge(Part pool, Stack stack, Evidence evidence) {

        Setting<String> name = pool.text("poolName");
        boolean colon = evidence.use(name, "the pool's name").contains(":");
        if (!colon || !evidence.use(pool.flag("registerMbeans"), "whether JMX is on")) {
            return evidence.pass();
        }
        return evidence.at(name)
                .change(name, name.get().replace(':', '-'))
                .finding(
                        "The name of pool '%s' has a colon and registerMbeans is on: HikariCP refuses to start"
                                .formatted(name.get()),
                        "poolName %s".formatted(name.get().replace(':', '-')));
    }
}
