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
 * A read from the server ends some time.
 *
 * <p>Line: socketTimeout &gt; 0 ms; 0 when unset. Source: Connector/J, networking properties; MariaDB Connector/J, Configuration (socketTimeout, milliseconds).
 */
public final class MysqlSockettimeoutMissing implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "mysql-sockettimeout-missing",
            "MySQL driver without socketTimeout",
            Severity.HIGH,
            Scope.SINGLE_FILE,
            List.of(Layer.DRIVER),
            "Connector/J, networking properties; MariaDB Connector/J, Configuration (socketTimeout, milliseconds)");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return Stream.concat(stack.all(Kind.DRIVER, "connector-j"), stack.all(Kind.DRIVER, "mariadb-connector-j"));
    }

    @Override
    public Verdict judge(Part driver, Stack stack, Evidence evidence) {

        Setting<Duration> timeout = driver.duration("socketTimeout");
        if (!Bound.isForever(evidence.use(timeout, "the longest silence on a socket"))) {
            return evidence.pass();
        }
        return evidence.at(driver.origin())
                .at(timeout)
                .finding(
                        "A read by the driver of pool '%s' has no limit (socketTimeout is %s): a connection cut in silence holds its thread until the kernel gives up"
                                .formatted(driver.name(), timeout.isDeclared() ? "0" : "not set"),
                        "socketTimeout=15000 (milliseconds): the longest statement and 5 s more");
    }
}
