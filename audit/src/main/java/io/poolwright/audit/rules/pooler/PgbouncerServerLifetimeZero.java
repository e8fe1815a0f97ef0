package io.poolwright.audit.rules.pooler;

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
 * A server_lifetime of 0 does not mean for ever: each server connection is closed after one use.
 *
 * <p>Line: server_lifetime &gt; 0. Source: PgBouncer documentation, server_lifetime.
 */
public final class PgbouncerServerLifetimeZero implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "pgbouncer-server-lifetime-zero",
            "server_lifetime=0 means single-use connections",
            Severity.HIGH,
            Scope.SINGLE_FILE,
            List.of(Layer.POOLER),
            "PgBouncer documentation, server_lifetime");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.POOLER, "pgbouncer");
    }

    @Override
    public Verdict judge(Part subject, Stack stack, Evidence evidence) {
        Setting<Duration> lifetime = subject.duration("server_lifetime");
        if (!evidence.use(lifetime, "server_lifetime").isZero()) {
            return evidence.pass();
        }
        return evidence.change(lifetime, "3600")
                .finding(
                        "server_lifetime = 0 closes every server connection after one use: PgBouncer '%s' pools nothing"
                                .formatted(subject.name()),
                        "server_lifetime = 3600 (seconds), the default");
    }
}
