package io.poolwright.audit.rules.pooler;

import io.poolwright.audit.Evidence;
import io.poolwright.audit.PartRule;
import io.poolwright.audit.RuleSpec;
import io.poolwright.audit.Say;
import io.poolwright.audit.Scope;
import io.poolwright.audit.Severity;
import io.poolwright.audit.Verdict;
import io.poolwright.audit.capacity.Claims;
import io.poolwright.audit.capacity.Moment;
import io.poolwright.audit.capacity.PoolerEntry;
import io.poolwright.audit.capacity.Sum;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Layer;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.util.List;
import java.util.stream.Stream;

/**
 * In session mode a client keeps its server connection until it leaves, and a pool never leaves.
 *
 * <p>Line: sum of copies × pool size for one user and database ≤ pool_size + reserve_pool_size, where pool_mode is session (the
 * default). Source: PgBouncer documentation, pool_mode.
 */
public final class PgbouncerSessionModeOversubscribed implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "pgbouncer-session-mode-oversubscribed",
            "Session pooling with more clients than server slots",
            Severity.HIGH,
            Scope.CROSS_LAYER,
            List.of(Layer.POOLER, Layer.APP_POOL),
            "PgBouncer documentation, pool_mode and query_wait_timeout");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.POOLER_DATABASE, "pgbouncer")
                .filter(entry -> !PoolerEntry.of(entry, stack).clients().isEmpty());
    }

    @Override
    public Verdict judge(Part subject, Stack stack, Evidence evidence) {
        Setting<String> mode = subject.role(Role.POOL_MODE);
        if (!evidence.use(mode, "pool_mode").equals("session")) {
            return evidence.pass();
        }
        PoolerEntry entry = PoolerEntry.of(subject, stack);
        long room = evidence.use(subject.role(Role.SERVER_POOL), "the server pool of '" + subject.name() + "'")
                + evidence.use(subject.count("reserve_pool_size"), "reserve_pool_size");
        Sum sum = Claims.of(entry.clients(), stack).at(Moment.SCALED_OUT, evidence);
        long all = room * entry.pairs();
        if (sum.known() <= all) {
            return sum.missing().map(evidence::cannotTell).orElseGet(evidence::pass);
        }
        evidence.change(mode, "transaction");
        if (!mode.isDeclared() && !subject.isDeclared("pool_size")) {
            if (!Claims.of(entry.clients(), stack).isWritten()) {
                return evidence.pass();
            }
            stack.parent(subject).ifPresent(pooler -> evidence.at(pooler.origin()));
        }
        return evidence.finding(
                "in session mode %s server connections serve '%s', and its clients' pools keep up to %s (%s): the others wait for query_wait_timeout and are cut off"
                        .formatted(Say.count(all), subject.name(), Say.count(sum.known()), sum.terms()),
                "pool_mode = transaction, or a pool size of at least %s".formatted(Say.count(sum.known())));
    }
}
