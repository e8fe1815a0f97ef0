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
 * An instance that starts without its database joins the others and fails every request.
 *
 * <p>Line: initializationFailTimeout &gt; 0, or readiness asks the database. Source: HikariCP README (initializationFailTimeout).
 */
public final class HikariInitFailDisabled implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "hikari-init-fail-disabled",
            "initializationFailTimeout <= 0 starts without a database",
            Severity.MEDIUM,
            Scope.SINGLE_FILE,
            List.of(Layer.APP_POOL),
            "HikariCP README (initializationFailTimeout)");

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

        Setting<Long> fail = pool.count("initializationFailTimeout");
        if (evidence.use(fail, "whether a start without the database fails") > 0) {
            return evidence.pass();
        }
        boolean asked = stack.family(pool).stream()
                .map(part -> part.text("management.endpoint.health.group.readiness.include"))
                .anyMatch(groups -> groups.isKnown()
                        && List.of(groups.get().split("[,\\s]+", -1)).contains("db"));
        if (asked) {
            return evidence.pass();
        }
        return evidence.change(fail, "1")
                .finding(
                        "Pool '%s' starts without a database (initializationFailTimeout is %d), and no readiness check asks for it"
                                .formatted(pool.name(), fail.get()),
                        "1, or keep it and let readiness ask the database");
    }
}
