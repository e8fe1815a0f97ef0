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
 * Hibernate may only be told that auto-commit is off where it is off.
 *
 * <p>Line: autoCommit = false where hibernate.connection.provider_disables_autocommit = true. Source: Hibernate ORM user guide, hibernate.connection.provider_disables_autocommit.
 */
public final class HikariAutocommitProviderMismatch implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "hikari-autocommit-provider-mismatch",
            "provider_disables_autocommit without autoCommit=false",
            Severity.HIGH,
            Scope.SINGLE_FILE,
            List.of(Layer.APP_POOL, Layer.ORM),
            "Hibernate ORM user guide, hibernate.connection.provider_disables_autocommit");
    private static final String NAME = "hibernate.connection.provider_disables_autocommit";
    private static final List<String> NAMES = List.of(NAME, "spring.jpa.properties." + NAME);

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.POOL, "hikaricp").filter(pool -> told(pool, stack).isDeclared());
    }

    @Override
    public Verdict judge(Part pool, Stack stack, Evidence evidence) {

        Setting<Boolean> told = told(pool, stack);
        if (!evidence.use(told, "what Hibernate is told")) {
            return evidence.pass();
        }
        Setting<Boolean> commit = pool.flag("autoCommit");
        if (!evidence.use(commit, "what the pool does")) {
            return evidence.pass();
        }
        return evidence.at(told)
                .change(commit, "false")
                .finding(
                        "Hibernate is told that pool '%s' disables auto-commit, and the pool leaves it on: statements commit one by one and nothing rolls back"
                                .formatted(pool.name()),
                        "autoCommit false on the pool, or remove the property");
    }

    private static Setting<Boolean> told(Part pool, Stack stack) {
        return stack.family(pool).stream()
                .flatMap(part -> NAMES.stream().map(part::flag))
                .filter(Setting::isDeclared)
                .findFirst()
                .orElseGet(() -> Setting.unknown(NAME, NAME));
    }
}
