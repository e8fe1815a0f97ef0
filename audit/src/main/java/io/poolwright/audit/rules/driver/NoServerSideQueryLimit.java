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
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something on the server's side ends a query that does not end.
 *
 * <p>Line: a statement time-out above 0 in the server, the role, the address or the init statement, or a query time-out of the application. Source: PostgreSQL, client connection defaults (statement_timeout); MySQL, max_execution_time.
 */
public final class NoServerSideQueryLimit implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "no-server-side-query-limit",
            "Nothing bounds query time on the server",
            Severity.HIGH,
            Scope.CROSS_LAYER,
            List.of(Layer.APP, Layer.DRIVER, Layer.DB),
            "PostgreSQL, client connection defaults (statement_timeout); MySQL, max_execution_time");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return Stream.of("pgjdbc", "connector-j", "mariadb-connector-j")
                .flatMap(product -> stack.all(Kind.DRIVER, product))
                .filter(driver -> stack.parent(driver)
                        .flatMap(pool -> Databases.behind(pool, stack))
                        .filter(database -> database.has(Role.STATEMENT_TIMEOUT))
                        .isPresent());
    }

    @Override
    public Verdict judge(Part driver, Stack stack, Evidence evidence) {

        Part pool = stack.parent(driver).orElseThrow();
        if (Limits.inProgram(pool, stack)) {
            return evidence.pass();
        }
        Setting<Duration> session = driver.role(Role.STATEMENT_TIMEOUT);
        if (!Bound.isForever(evidence.use(session, "what the session asks for"))) {
            return evidence.pass();
        }
        Part database = Databases.behind(pool, stack).orElseThrow();
        Setting<Duration> server = database.role(Role.STATEMENT_TIMEOUT);
        if (!Bound.isForever(evidence.use(server, "what the server allows"))) {
            return evidence.pass();
        }
        if (!session.isDeclared() && !server.isDeclared()) {
            return evidence.pass(); // two defaults that nobody touched
        }
        return evidence.related(driver.origin(), "the address")
                .finding(
                        "Nothing ends a query of pool '%s': %s is 0 at database '%s', and neither session nor application limits it"
                                .formatted(pool.name(), server.name(), database.name()),
                        "a statement time-out of half of what a request may take, on the role: ALTER ROLE … SET statement_timeout = '10s'");
    }
}
