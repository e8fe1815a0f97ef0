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
 * A lost connection is reported, not replaced behind the application's back.
 *
 * <p>Line: autoReconnect is not true. Source: Connector/J, high availability properties (autoReconnect).
 */
public final class MysqlAutoreconnect implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "mysql-autoreconnect",
            "autoReconnect=true",
            Severity.MEDIUM,
            Scope.SINGLE_FILE,
            List.of(Layer.DRIVER),
            "Connector/J, high availability properties (autoReconnect)");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.DRIVER, "connector-j").filter(driver -> driver.isDeclared("autoReconnect"));
    }

    @Override
    public Verdict judge(Part driver, Stack stack, Evidence evidence) {

        Setting<String> setting = driver.text("autoReconnect");
        String value = evidence.use(setting, "autoReconnect");
        if (!value.strip().equalsIgnoreCase("true") && !value.strip().equalsIgnoreCase("yes")) {
            return evidence.pass();
        }
        return evidence.change(setting, "false")
                .finding(
                        "The driver of pool '%s' reconnects by itself (autoReconnect=true): session state and open transactions are lost and nobody is told"
                                .formatted(driver.name()),
                        "remove autoReconnect; the pool tests its connections");
    }
}
