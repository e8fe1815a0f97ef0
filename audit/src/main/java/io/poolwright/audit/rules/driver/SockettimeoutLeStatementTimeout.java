package io.poolwright.audit.rules.driver;

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
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The server gives up on a statement before the driver gives up on the server.
 *
 * <p>Line: socketTimeout &gt; statement time-out of the session or the server. Source: pgjdbc documentation (socketTimeout); MySQL, max_execution_time.
 */
public final class SockettimeoutLeStatementTimeout implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "sockettimeout-le-statement-timeout",
            "Driver socket timeout fires before the server cancels",
            Severity.HIGH,
            Scope.CROSS_LAYER,
            List.of(Layer.DRIVER, Layer.DB),
            "pgjdbc documentation (socketTimeout); MySQL, max_execution_time");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return Stream.of("pgjdbc", "connector-j", "mariadb-connector-j")
                .flatMap(product -> stack.all(Kind.DRIVER, product))
                .filter(driver -> driver.isDeclared("socketTimeout"));
    }

    @Override
    public Verdict judge(Part driver, Stack stack, Evidence evidence) {

        Setting<Duration> socket = driver.duration("socketTimeout");
        Duration silence = evidence.use(socket, "when the driver gives up");
        if (Bound.isForever(silence)) {
            return evidence.pass();
        }
        Setting<Duration> statement = Databases.statementTimeout(driver, stack)
                .orElseGet(() -> Setting.unknown(
                        "statement time-out", "the longest that a statement of %s may run".formatted(driver.name())));
        Duration longest = evidence.use(statement, "when the server gives up");
        if (Bound.isForever(longest) || silence.compareTo(longest) > 0) {
            return evidence.pass();
        }
        Duration fresh = longest.plusSeconds(5);
        String text = driver.product().equals("pgjdbc")
                ? String.valueOf((fresh.toMillis() + 999) / 1_000)
                : String.valueOf(fresh.toMillis());
        return evidence.at(driver.origin())
                .at(socket)
                .change(socket, text)
                .finding(
                        "The driver of pool '%s' gives up after %s, and the server may work on a statement for %s: the query runs on without a reader"
                                .formatted(driver.name(), Say.time(silence), Say.time(longest)),
                        "socketTimeout=%s: the statement time-out (%s) and 5 s".formatted(text, Say.time(longest)));
    }
}
