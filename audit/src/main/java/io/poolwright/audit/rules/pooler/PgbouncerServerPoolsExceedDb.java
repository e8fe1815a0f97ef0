package io.poolwright.audit.rules.pooler;

import io.poolwright.audit.Evidence;
import io.poolwright.audit.PartRule;
import io.poolwright.audit.RuleSpec;
import io.poolwright.audit.Say;
import io.poolwright.audit.Scope;
import io.poolwright.audit.Severity;
import io.poolwright.audit.Verdict;
import io.poolwright.audit.capacity.Claims;
import io.poolwright.audit.capacity.Copies;
import io.poolwright.audit.capacity.Load;
import io.poolwright.audit.capacity.Moment;
import io.poolwright.audit.capacity.PoolerEntry;
import io.poolwright.audit.capacity.Slots;
import io.poolwright.audit.capacity.Sum;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Layer;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The server pools of all PgBouncers together must fit the database.
 *
 * <p>Line: instances × sum over pairs of user and database of (pool_size + reserve_pool_size), cut by max_db_connections, ≤ usable
 * slots. Source: PgBouncer documentation; pgbouncer issue 130 (a pool for each user and database).
 */
public final class PgbouncerServerPoolsExceedDb implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "pgbouncer-server-pools-exceed-db",
            "PgBouncer server connections exceed the database",
            Severity.CRITICAL,
            Scope.CROSS_LAYER,
            List.of(Layer.POOLER, Layer.DB),
            "PgBouncer documentation, default_pool_size, reserve_pool_size, max_db_connections");

    private static List<Part> entries(Part database, Stack stack) {
        return Poolers.entries(database, stack).stream()
                .filter(entry -> entry.product().equals("pgbouncer"))
                .toList();
    }

    private static long copies(Part entry, Stack stack) {
        Setting<Long> most = Copies.of(entry, stack).most();
        return most.isKnown() ? most.get() : 1;
    }

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.DATABASE)
                .filter(database -> !entries(database, stack).isEmpty());
    }

    @Override
    public Verdict judge(Part subject, Stack stack, Evidence evidence) {
        List<Part> entries = entries(subject, stack);
        Sum sum = Claims.of(entries, stack).at(Moment.SCALED_OUT, evidence);
        long most = Slots.of(subject).all(evidence);
        long usable = Slots.of(subject).usable(evidence, Optional.empty());
        boolean allPairs =
                entries.stream().allMatch(entry -> PoolerEntry.of(entry, stack).allPairsKnown());
        if (sum.known() <= usable) {
            Optional<String> missing = sum.missing()
                    .or(() -> Optional.of("the users that come through PgBouncer, each with a pool of its own")
                            .filter(text -> !allPairs));
            return missing.map(evidence::cannotTell).orElseGet(evidence::pass);
        }
        if (sum.known() <= most) {
            return evidence.cannotTell("whether PgBouncer logs in to '" + subject.name() + "' as superuser");
        }
        Part largest = entries.get(0);
        long pairs = entries.stream()
                .mapToLong(entry -> PoolerEntry.of(entry, stack).pairs())
                .sum();
        long copies = copies(largest, stack);
        long fresh = Math.max(1, (long) Math.floor((double) usable / Math.max(1, pairs) / Math.max(1, copies)));
        return evidence.reachability(Load.filling(usable, stack))
                .finding(
                        "PgBouncer can open %s connections to '%s' (%s), and %s can be used"
                                .formatted(Say.count(sum.known()), subject.name(), sum.terms(), Say.count(usable)),
                        "pool size with its reserve at most %d: %s slots / %s / %s; max_db_connections as the hard limit"
                                .formatted(
                                        fresh,
                                        Say.count(usable),
                                        Say.count(pairs, "pool"),
                                        Say.count(copies, "instance")));
    }
}
