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
 * A driver and a data source cannot both be named.
 *
 * <p>Line: not both driverClassName and dataSourceClassName. Source: HikariCP 7.1.0, HikariConfig.validate().
 */
public final class HikariExclusiveDriverSettings implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "hikari-exclusive-driver-settings",
            "driverClassName with dataSourceClassName",
            Severity.CRITICAL,
            Scope.SINGLE_FILE,
            List.of(Layer.APP_POOL),
            "HikariCP 7.1.0, HikariConfig.validate()");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.POOL, "hikaricp").filter(pool -> pool.isDeclared("dataSourceClassName"));
    }

    @Override
    public Verdict judge(Part pool, Stack stack, Evidence evidence) {

        Setting<String> driver = pool.text("driverClassName");
        Setting<String> source = pool.text("dataSourceClassName");
        evidence.use(source, "the class of the data source");
        if (driver.written().isEmpty()) {
            return evidence.pass();
        }
        evidence.use(driver, "the class of the driver");
        return evidence.at(source)
                .finding(
                        "Pool '%s' names both a driverClassName and a dataSourceClassName: HikariCP refuses to start"
                                .formatted(pool.name()),
                        "keep dataSourceClassName with data source properties, or driverClassName with jdbcUrl");
    }
}
