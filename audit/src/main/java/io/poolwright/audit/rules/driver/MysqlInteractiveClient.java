package io.poolwright.audit.rules.driver;

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
 * The server's idle limit is the one that everybody looks at.
 *
 * <p>Line: interactiveClient is not true. Source: Connector/J, connection properties (interactiveClient); MySQL, interactive_timeout.
 */
public final class MysqlInteractiveClient implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "mysql-interactive-client",
            "interactiveClient=true changes the server idle limit",
            Severity.LOW,
            Scope.CROSS_LAYER,
            List.of(Layer.DRIVER, Layer.DB),
            "Connector/J, connection properties (interactiveClient); MySQL, interactive_timeout");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return Stream.concat(stack.all(Kind.DRIVER, "connector-j"), stack.all(Kind.DRIVER, "mariadb-connector-j"))
                .filter(driver -> driver.isDeclared("interactiveClient"));
    }

    @Override
    public Verdict judge(Part driver, Stack stack, Evidence evidence) {

        Setting<String> setting = driver.text("interactiveClient");
        String value = evidence.use(setting, "interactiveClient");
        if (!value.strip().equalsIgnoreCase("true") && !value.strip().equalsIgnoreCase("yes")) {
            return evidence.pass();
        }
        return evidence.change(setting, "false")
                .finding(
                        "The driver of pool '%s' logs in as an interactive client, so interactive_timeout and not wait_timeout closes its idle connections"
                                .formatted(driver.name()),
                        "remove interactiveClient, or hold the pool's lifetime against interactive_timeout");
    }
}
