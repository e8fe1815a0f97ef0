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
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * A wait of 0 is no wait without end only in name: it is 24.8 days.
 *
 * <p>Line: connectionTimeout ≠ 0. Source: HikariCP 7.1.0, setters of HikariConfig.
 */
public final class HikariConnectiontimeoutInfinite implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "hikari-connectiontimeout-infinite",
            "connectionTimeout=0 means wait ~24.8 days",
            Severity.HIGH,
            Scope.SINGLE_FILE,
            List.of(Layer.APP_POOL),
            "HikariCP 7.1.0, setters of HikariConfig");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.POOL, "hikaricp");
    }

    @Override
    public Verdict judge(Part pool, Stack stack, Evidence evidence) {

        Setting<Duration> wait = pool.duration("connectionTimeout");
        evidence.use(wait, "the longest wait for a connection");
        if (!(wait instanceof Setting.Replaced<Duration> replaced)
                || !replaced.because().startsWith("zero waits")) {
            return evidence.pass();
        }
        return evidence.change(wait, "5000")
                .finding(
                        "connectionTimeout of pool '%s' is 0, which is 2147483647 ms: requests wait 24.8 days at an empty pool"
                                .formatted(pool.name()),
                        "5000 or less, so that wait and query together fit into what the proxy in front allows");
    }
}
