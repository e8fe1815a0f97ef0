package io.poolwright.audit.rules.pool;

import io.poolwright.audit.Evidence;
import io.poolwright.audit.PartRule;
import io.poolwright.audit.RuleSpec;
import io.poolwright.audit.Say;
import io.poolwright.audit.Scope;
import io.poolwright.audit.Severity;
import io.poolwright.audit.Verdict;
import io.poolwright.audit.rules.driver.Databases;
import io.poolwright.model.stack.Bound;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Layer;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A connection is taken away from a caller only after the slowest honest query.
 *
 * <p>Line: removeAbandonedTimeout &gt; max(statement time-out, 60 s) where removeAbandoned is true; 60 s when unset. Source: Tomcat JDBC pool, documentation (removeAbandonedTimeout).
 */
public final class TomcatjdbcAbandonTooShort implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "tomcatjdbc-abandon-too-short",
            "removeAbandonedTimeout shorter than the slowest legal query",
            Severity.HIGH,
            Scope.CROSS_LAYER,
            List.of(Layer.APP_POOL, Layer.DB),
            "Tomcat JDBC pool, documentation (removeAbandonedTimeout)");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.POOL, "tomcat-jdbc");
    }

    @Override
    public Verdict judge(Part pool, Stack stack, Evidence evidence) {

        if (!evidence.use(pool.flag("removeAbandoned"), "whether abandoned connections are closed")) {
            return evidence.pass();
        }
        Setting<Duration> abandoned = pool.duration("removeAbandonedTimeout");
        Duration timeout = evidence.use(abandoned, "when a connection counts as abandoned");
        Duration slowest = Duration.ofSeconds(60);
        Optional<Setting<Duration>> statement = Databases.statementTimeout(pool, stack);
        if (statement.isPresent()
                && !Bound.isForever(statement.get().get())
                && statement.get().get().compareTo(slowest) > 0) {
            slowest = evidence.use(statement.get(), "the longest that a statement may run");
        }
        if (timeout.compareTo(slowest) > 0) {
            return evidence.pass();
        }
        long fresh = slowest.toSeconds() + 60;
        return evidence.at(pool.flag("removeAbandoned"))
                .at(abandoned)
                .change(abandoned, String.valueOf(fresh))
                .finding(
                        "Pool '%s' closes connections that are in use for %s, and an honest query may take %s"
                                .formatted(pool.name(), Say.time(timeout), Say.time(slowest)),
                        "removeAbandonedTimeout %d (seconds), or the interceptor ResetAbandonedTimer".formatted(fresh));
    }
}
