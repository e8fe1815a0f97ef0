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
import io.poolwright.model.stack.Bound;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Layer;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Pools multiply by databases and users; only max_db_connections is a hard limit.
 *
 * <p>Line: max_db_connections × instances ≤ max_connections; and it is set where a wildcard or several users multiply the pools.
 * Source: PgBouncer documentation, max_db_connections and default_pool_size.
 */
public final class PgbouncerMaxDbConnectionsUseless implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "pgbouncer-max-db-connections-useless",
            "max_db_connections does not protect the database",
            Severity.MEDIUM,
            Scope.CROSS_LAYER,
            List.of(Layer.POOLER, Layer.DB),
            "PgBouncer documentation, max_db_connections");

    /** The wildcard that an image makes of variables is nobody's decision. */
    private static boolean isWritten(Part pooler) {
        return pooler.text("made of").isKnown() && pooler.text("made of").get().equals("a file");
    }

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.POOLER_DATABASE, "pgbouncer");
    }

    @Override
    public Verdict judge(Part subject, Stack stack, Evidence evidence) {
        Setting<Long> cap = subject.count("max_db_connections");
        long most = evidence.use(cap, "max_db_connections");
        Optional<Part> database = Poolers.database(subject, stack);
        Part pooler = stack.parent(subject).orElseThrow();
        if (most != Bound.UNLIMITED) {
            if (database.isEmpty()) {
                return evidence.pass(); // a server that is not in the files: nothing to hold it against
            }
            long slots = Slots.of(database.get()).all(evidence);
            Setting<Long> copies = Copies.of(subject, stack).most();
            long many = copies.isKnown() ? copies.get() : 1;
            if (many * most <= slots) {
                return evidence.pass();
            }
            if (many != 1) {
                evidence.use(copies, "the copies of the pooler");
            }
            long fresh = Math.max(1, (long) Math.floor(0.9 * slots / many));
            return evidence.change(cap, String.valueOf(fresh))
                    .finding(
                            "max_db_connections %s × %s can take more than the %s connections that '%s' accepts"
                                    .formatted(
                                            Say.count(most),
                                            Say.count(many, "instance"),
                                            Say.count(slots),
                                            database.get().name()),
                            "max_db_connections = %d: 0.9 × %s / %s"
                                    .formatted(fresh, Say.count(slots), Say.count(many)));
        }
        PoolerEntry entry = PoolerEntry.of(subject, stack);
        boolean written = isWritten(pooler);
        if (subject.role(Role.USER).isKnown() || !written || (!subject.name().equals("*") && entry.pairs() < 2)) {
            return evidence.pass();
        }
        return evidence.at(subject.origin())
                .finding(
                        "'%s' opens a server pool for every pair of user and database, and no max_db_connections bounds their sum"
                                .formatted(subject.name()),
                        database.filter(one -> Slots.of(one).all().isKnown())
                                .map(one -> "max_db_connections = %d: 0.9 × the %s connections of '%s'"
                                        .formatted(
                                                (long) Math.floor(0.9
                                                        * Slots.of(one).all().get()),
                                                Say.count(Slots.of(one).all().get()),
                                                one.name()))
                                .orElse(
                                        "max_db_connections = 0.9 × max_connections of the server, divided by the instances"));
    }
}
