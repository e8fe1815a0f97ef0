package io.poolwright.audit.rules.driver;

import io.poolwright.audit.Evidence;
import io.poolwright.audit.Rule;
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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Times of Connector/J and of MariaDB's driver are milliseconds.
 *
 * <p>Line: socketTimeout and connectTimeout are 0 or at least 1000 ms. Source: Connector/J, networking properties (milliseconds).
 */
public final class MysqlTimeoutSubsecond implements Rule {
    private static final RuleSpec SPEC = new RuleSpec(
            "mysql-timeout-subsecond",
            "MySQL ms timeout written in seconds",
            Severity.CRITICAL,
            Scope.SINGLE_FILE,
            List.of(Layer.DRIVER),
            "Connector/J, networking properties (milliseconds)");
    private static final List<String> NAMES = List.of("socketTimeout", "connectTimeout");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public List<Verdict> check(Stack stack) {

        List<Verdict> verdicts = new ArrayList<>();
        Stream.concat(stack.all(Kind.DRIVER, "connector-j"), stack.all(Kind.DRIVER, "mariadb-connector-j"))
                .forEach(driver -> NAMES.forEach(name -> verdicts.add(verdict(driver, name))));
        return verdicts;
    }

    private static Verdict verdict(Part driver, String name) {
        Evidence evidence = Evidence.of(SPEC, driver);
        Setting<Duration> timeout = driver.duration(name);
        if (!timeout.isDeclared()) {
            return evidence.pass();
        }
        if (!timeout.isKnown()) {
            return evidence.cannotTell(timeout.source().replaceFirst("^unknown: ", ""));
        }
        long millis =
                Bound.isForever(evidence.use(timeout, name)) ? 0 : timeout.get().toMillis();
        if (millis <= 0 || millis >= 1_000) {
            return evidence.pass();
        }
        return evidence.change(timeout, String.valueOf(millis * 1_000))
                .finding(
                        "%s of pool '%s' is %d, which is milliseconds: %s"
                                .formatted(
                                        name,
                                        driver.name(),
                                        millis,
                                        name.equals("socketTimeout")
                                                ? "ordinary statements are cut and their connections closed"
                                                : "a server that is a little slow cannot be reached"),
                        "%s=%d".formatted(name, millis * 1_000));
    }
}
