package io.poolwright.audit.rules.appserver;

import io.poolwright.audit.Evidence;
import io.poolwright.audit.PartRule;
import io.poolwright.audit.RuleSpec;
import io.poolwright.audit.Say;
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
 * Something must end a transaction that takes too long, or it keeps its connection.
 *
 * <p>Line: one of spring.transaction.default-timeout, a JPA or JDBC query timeout, statement_timeout is set. Source: Spring Boot
 * configuration metadata (none of them by default).
 */
public final class SpringTransactionTimeoutMissing implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "spring-transaction-timeout-missing",
            "No time limit for transactions or queries",
            Severity.MEDIUM,
            Scope.SINGLE_FILE,
            List.of(Layer.APP),
            "Spring Boot configuration metadata, spring.transaction.default-timeout (unset)");

    private static final List<String> LIMITS = List.of(
            "spring.transaction.default-timeout",
            "spring.jpa.properties.jakarta.persistence.query.timeout",
            "jakarta.persistence.query.timeout",
            "spring.jdbc.template.query-timeout");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.APPLICATION, "spring-boot")
                .filter(application -> !drivers(application, stack).isEmpty());
    }

    private static List<Part> drivers(Part application, Stack stack) {
        return stack.family(application).stream()
                .filter(part -> part.kind() == Kind.DRIVER && part.has(Role.STATEMENT_TIMEOUT))
                .filter(driver ->
                        List.of("pgjdbc", "connector-j", "mariadb-connector-j").contains(driver.product()))
                .toList();
    }

    @Override
    public Verdict judge(Part application, Stack stack, Evidence evidence) {
        boolean limited = LIMITS.stream().anyMatch(name -> application.isDeclared(name))
                || application.isDeclared("other query limit");
        if (limited) {
            return evidence.pass();
        }
        Part driver = drivers(application, stack).get(0);
        if (!Bound.isForever(evidence.use(driver.role(Role.STATEMENT_TIMEOUT), "the session's limit"))) {
            return evidence.pass();
        }
        evidence.use(application.duration("spring.transaction.default-timeout"), "the limit of a transaction");
        if (application.isDeclared("query limit in code")) {
            return evidence.cannotTell("which transactions the limit in code at %s covers"
                    .formatted(application.flag("query limit in code").source()));
        }
        for (Part database : databases(driver, stack)) {
            if (database.has(Role.STATEMENT_TIMEOUT)
                    && !Bound.isForever(evidence.use(database.role(Role.STATEMENT_TIMEOUT), "the server's limit"))) {
                return evidence.pass();
            }
        }
        Setting<Duration> socket = driver.role(Role.SOCKET_TIMEOUT);
        boolean cut = socket.isKnown() && !Bound.isForever(socket.get());
        return (cut ? evidence.severity(Severity.LOW) : evidence)
                .at(driver.origin())
                .finding(
                        "Nothing in '%s' ends a slow transaction or query%s: each keeps its pooled connection as long as it takes"
                                .formatted(
                                        application.name(),
                                        cut ? " but the driver's socket limit of " + Say.time(socket.get()) : ""),
                        "spring.transaction.default-timeout, about half of the load balancer's time (15s below a limit of 30 s)");
    }

    private static List<Part> databases(Part driver, Stack stack) {
        return stack.parent(driver).stream()
                .flatMap(pool -> stack.callees(pool).stream())
                .filter(part -> part.kind() == Kind.DATABASE)
                .toList();
    }
}
