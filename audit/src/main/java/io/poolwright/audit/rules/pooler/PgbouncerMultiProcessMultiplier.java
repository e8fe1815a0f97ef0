package io.poolwright.audit.rules.pooler;

import io.poolwright.audit.Evidence;
import io.poolwright.audit.PartRule;
import io.poolwright.audit.RuleSpec;
import io.poolwright.audit.Say;
import io.poolwright.audit.Scope;
import io.poolwright.audit.Severity;
import io.poolwright.audit.Verdict;
import io.poolwright.audit.capacity.Copies;
import io.poolwright.audit.capacity.PoolerEntry;
import io.poolwright.audit.capacity.Slots;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Layer;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.util.List;
import java.util.stream.Stream;

/**
 * Processes that share a port by so_reuseport have each all limits of their own.
 *
 * <p>Line: processes × server pools of one process ≤ max_connections; so_reuseport is only of use to two processes or more. Source:
 * PgBouncer documentation, so_reuseport.
 */
public final class PgbouncerMultiProcessMultiplier implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "pgbouncer-multi-process-multiplier",
            "so_reuseport/multiple PgBouncer processes multiply every limit",
            Severity.HIGH,
            Scope.CROSS_LAYER,
            List.of(Layer.POOLER, Layer.DB),
            "PgBouncer documentation, so_reuseport");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.POOLER, "pgbouncer")
                .filter(pooler -> pooler.flag("so_reuseport").isKnown()
                        && pooler.flag("so_reuseport").get());
    }

    @Override
    public Verdict judge(Part subject, Stack stack, Evidence evidence) {
        evidence.use(subject.flag("so_reuseport"), "so_reuseport");
        Setting<Long> copies = Copies.of(subject, stack).most();
        boolean counted = copies.isKnown() && copies.get() > 1;
        long processes = counted ? evidence.use(copies, "the processes of the pooler") : 2;
        boolean any = false;
        for (Part database : Poolers.databases(subject, stack)) {
            any = true;
            List<Part> entries = Poolers.entries(database, stack).stream()
                    .filter(entry -> stack.parent(entry).filter(subject::equals).isPresent())
                    .toList();
            long one = 0;
            for (Part entry : entries) {
                one += evidence.use(PoolerEntry.of(entry, stack).size(), "the server pool of '" + entry.name() + "'");
            }
            long most = Slots.of(database).all(evidence);
            if (one * processes > most) {
                return evidence.finding(
                        "%s%s processes of PgBouncer '%s' share a port (so_reuseport), each with %s server connections: %s, and '%s' accepts %s"
                                .formatted(
                                        counted ? "" : "at least ",
                                        Say.count(processes),
                                        subject.name(),
                                        Say.count(one),
                                        Say.count(one * processes),
                                        database.name(),
                                        Say.count(most)),
                        "divide every limit by the processes: at most %s server connections in each"
                                .formatted(Say.count(most / processes)));
            }
        }
        return !any || !counted
                ? evidence.cannotTell(
                        any
                                ? "how many processes of PgBouncer '" + subject.name() + "' share the port"
                                : "max_connections of the servers behind PgBouncer '" + subject.name() + "'")
                : evidence.pass();
    }
}
