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
 * A suspended pool holds its callers without any limit of time.
 *
 * <p>Line: allowPoolSuspension is not true. Source: HikariCP README (allowPoolSuspension); SuspendResumeLock.
 */
public final class HikariPoolSuspension implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "hikari-pool-suspension",
            "allowPoolSuspension lets getConnection() hang without timeout",
            Severity.MEDIUM,
            Scope.SINGLE_FILE,
            List.of(Layer.APP_POOL),
            "HikariCP README (allowPoolSuspension); SuspendResumeLock");

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

        Setting<Boolean> allowed = pool.flag("allowPoolSuspension");
        if (!evidence.use(allowed, "whether the pool may be suspended")) {
            return evidence.pass();
        }
        return evidence.change(allowed, "false")
                .finding(
                        "Pool '%s' may be suspended, and connectionTimeout does not count for those who wait meanwhile"
                                .formatted(pool.name()),
                        "false, or -Dcom.zaxxer.hikari.throwIfSuspended=true so that callers fail instead of waiting");
    }
}
