package io.poolwright.audit.rules.driver;

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
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Opening a connection to a host that is gone ends soon.
 *
 * <p>Line: connectTimeout &gt; 0 ms in Connector/J; 0 when unset. MariaDB's driver has 30 s. Source: Connector/J, networking properties (connectTimeout, milliseconds).
 */
public final class MysqlConnecttimeoutMissing implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "mysql-connecttimeout-missing",
            "Connector/J without connectTimeout",
            Severity.MEDIUM,
            Scope.SINGLE_FILE,
            List.of(Layer.DRIVER),
            "Connector/J, networking properties (connectTimeout, milliseconds)");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.DRIVER, "connector-j");
    }

    @Override
    public Verdict judge(Part driver, Stack stack, Evidence evidence) {

        Setting<Duration> timeout = driver.duration("connectTimeout");
        if (!Bound.isForever(evidence.use(timeout, "the longest attempt to connect"))) {
            return evidence.pass();
        }
        return evidence.at(driver.origin())
                .at(timeout)
                .finding(
                        "Connecting to the database of pool '%s' has no limit of the driver's own (connectTimeout is %s): a host that does not answer costs the pool's whole wait or two minutes of the kernel's"
                                .formatted(driver.name(), timeout.isDeclared() ? "0" : "not set"),
                        "connectTimeout=2000 (milliseconds): at most half of what a borrower waits");
    }
}
