package io.poolwright.audit.rules.pooler;

import io.poolwright.audit.Evidence;
import io.poolwright.audit.PartRule;
import io.poolwright.audit.RuleSpec;
import io.poolwright.audit.Say;
import io.poolwright.audit.Scope;
import io.poolwright.audit.Severity;
import io.poolwright.audit.Verdict;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Layer;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Stack;
import java.util.List;
import java.util.stream.Stream;

/**
 * A pooler that takes in no more clients than it has server connections multiplexes nothing.
 *
 * <p>Line: max_client_conn &gt; sum of the server pools, one pool for each line of [databases]. Source: PgBouncer documentation.
 */
public final class PgbouncerNoQueue implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "pgbouncer-no-queue",
            "max_client_conn leaves no room to queue",
            Severity.MEDIUM,
            Scope.SINGLE_FILE,
            List.of(Layer.POOLER),
            "PgBouncer documentation, max_client_conn and default_pool_size");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.POOLER, "pgbouncer")
                .filter(pooler -> !stack.children(pooler, Kind.POOLER_DATABASE).isEmpty());
    }

    @Override
    public Verdict judge(Part subject, Stack stack, Evidence evidence) {
        long clients = evidence.use(subject.role(Role.CLIENT_LIMIT), "max_client_conn");
        long pools = 0;
        for (Part entry : stack.children(subject, Kind.POOLER_DATABASE)) {
            pools += evidence.use(entry.role(Role.SERVER_POOL), "the server pool of '" + entry.name() + "'");
        }
        if (clients > pools) {
            return evidence.pass();
        }
        evidence.change(subject.role(Role.CLIENT_LIMIT), String.valueOf(4 * pools));
        return evidence.finding(
                "max_client_conn %s is no more than the %s server connections of the pools: PgBouncer '%s' refuses clients where it should queue them"
                        .formatted(Say.count(clients), Say.count(pools), subject.name()),
                "max_client_conn = %s: 4 × %s server connections".formatted(4 * pools, Say.count(pools)));
    }
}
