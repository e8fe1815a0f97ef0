package io.poolwright.audit.rules.pool;

import io.poolwright.audit.Change;
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
import java.util.Set;
import java.util.stream.Stream;

/**
 * A driver that knows isValid() needs no test query.
 *
 * <p>Line: connectionTestQuery is unset where the driver is pgjdbc, Connector/J, MariaDB, mssql-jdbc or ojdbc. Source: HikariCP README, configuration (connectionTestQuery).
 */
public final class HikariTestQueryWithJdbc4 implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "hikari-test-query-with-jdbc4",
            "connectionTestQuery with a JDBC4 driver",
            Severity.LOW,
            Scope.SINGLE_FILE,
            List.of(Layer.APP_POOL),
            "HikariCP README, configuration (connectionTestQuery)");
    private static final Set<String> JDBC4 =
            Set.of("pgjdbc", "connector-j", "mariadb-connector-j", "mssql-jdbc", "ojdbc");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.POOL, "hikaricp").filter(pool -> pool.isDeclared("connectionTestQuery"));
    }

    @Override
    public Verdict judge(Part pool, Stack stack, Evidence evidence) {

        Setting<String> query = pool.text("connectionTestQuery");
        evidence.use(query, "the test query");
        List<Part> drivers = stack.children(pool, Kind.DRIVER);
        if (drivers.isEmpty()) {
            return evidence.cannotTell(
                    "the driver of pool '%s' (no address of its database is readable)".formatted(pool.name()));
        }
        Part driver = drivers.get(0);
        if (!JDBC4.contains(driver.product())) {
            return evidence.pass();
        }
        return evidence.change(
                        new Change(Change.Kind.REMOVE, query.origin().orElseThrow(), "connectionTestQuery", "", ""))
                .related(driver.origin(), "the driver")
                .finding(
                        "Pool '%s' tests connections with a query of its own although %s knows isValid()"
                                .formatted(pool.name(), driver.product()),
                        "remove connectionTestQuery: isValid() is cheaper and keeps to validationTimeout");
    }
}
