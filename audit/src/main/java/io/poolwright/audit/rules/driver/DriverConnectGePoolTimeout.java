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
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * One attempt to connect ends before the borrower gives up.
 *
 * <p>Line: min(connect time-out, log-in time-out that HikariCP sets) &lt; connectionTimeout. Source: pgjdbc documentation (connectTimeout, loginTimeout); HikariCP, PoolBase.setLoginTimeout.
 */
public final class DriverConnectGePoolTimeout implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "driver-connect-ge-pool-timeout",
            "Driver connect timeout not below pool acquire timeout",
            Severity.MEDIUM,
            Scope.CROSS_LAYER,
            List.of(Layer.DRIVER, Layer.APP_POOL),
            "pgjdbc documentation (connectTimeout, loginTimeout); HikariCP, PoolBase.setLoginTimeout");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return Stream.of("pgjdbc", "connector-j", "mariadb-connector-j")
                .flatMap(product -> stack.all(Kind.DRIVER, product))
                .filter(driver -> stack.parent(driver).isPresent());
    }

    @Override
    public Verdict judge(Part driver, Stack stack, Evidence evidence) {

        Part pool = stack.parent(driver).orElseThrow();
        Setting<Duration> connect = driver.duration("connectTimeout");
        Duration attempt = evidence.use(connect, "the longest attempt to connect");
        Setting<Duration> wait = pool.role(Role.ACQUIRE_TIMEOUT);
        Duration all = evidence.use(wait, "the longest wait for a connection");
        if (Bound.isForever(attempt) && !connect.isDeclared()) {
            return evidence.pass(); // nothing is written: the rule about a missing connect time-out speaks of it
        }
        Duration capped = attempt;
        if (pool.product().equals("hikaricp") && !Bound.isForever(all)) {
            Duration login = Duration.ofSeconds(Math.max(1, (all.toMillis() + 500) / 1_000));
            capped = login.compareTo(attempt) < 0 ? login : attempt;
        }
        if (Bound.isForever(all) || capped.compareTo(all) < 0) {
            return evidence.pass();
        }
        long fresh = Math.max(1, all.toMillis() / 2_000);
        String text = driver.product().equals("pgjdbc")
                ? String.valueOf(fresh)
                : String.valueOf(Math.max(250, all.toMillis() / 2));
        return evidence.at(driver.origin())
                .at(connect)
                .change(connect, text)
                .finding(
                        "One attempt to connect may take %s, and a borrower of pool '%s' waits only %s: it gives up before the attempt does"
                                .formatted(Say.time(attempt), pool.name(), Say.time(all)),
                        "connectTimeout=%s: half of the wait".formatted(text));
    }
}
