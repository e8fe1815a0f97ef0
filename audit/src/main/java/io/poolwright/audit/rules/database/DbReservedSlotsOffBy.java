package io.poolwright.audit.rules.database;

import io.poolwright.audit.Evidence;
import io.poolwright.audit.PartRule;
import io.poolwright.audit.RuleSpec;
import io.poolwright.audit.Say;
import io.poolwright.audit.Scope;
import io.poolwright.audit.Severity;
import io.poolwright.audit.Verdict;
import io.poolwright.audit.capacity.Demand;
import io.poolwright.audit.capacity.Fitting;
import io.poolwright.audit.capacity.Load;
import io.poolwright.audit.capacity.Moment;
import io.poolwright.audit.capacity.Slots;
import io.poolwright.audit.capacity.Sum;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Layer;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Stack;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The slots that PostgreSQL keeps for administrators do not serve the application.
 *
 * <p>Line: sum of copies × pool size ≤ max_connections − superuser_reserved_connections − reserved_connections. Source:
 * PostgreSQL manual, 19.3.
 */
public final class DbReservedSlotsOffBy implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "db-reserved-slots-off-by",
            "Demand fits max_connections but not the usable slots",
            Severity.HIGH,
            Scope.CROSS_LAYER,
            List.of(Layer.APP_POOL, Layer.DB),
            "PostgreSQL manual 19.3, superuser_reserved_connections and reserved_connections");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.DATABASE)
                .filter(database -> !database.product().equals("mysql")
                        && !database.product().equals("mariadb"))
                .filter(database -> !Demand.on(database, stack).claims().isEmpty());
    }

    @Override
    public Verdict judge(Part database, Stack stack, Evidence evidence) {
        Demand demand = Demand.on(database, stack);
        Sum sum = demand.at(Moment.NOW, evidence);
        Slots slots = Slots.of(database);
        long most = slots.all(evidence);
        long kept = evidence.use(slots.reserved(), "the slots kept for administrators");
        if (sum.known() > most) {
            return evidence.pass(); // more than all slots: another rule tells that
        }
        if (sum.known() <= most - kept) {
            return sum.missing().map(evidence::cannotTell).orElseGet(evidence::pass);
        }
        Optional<Boolean> privileged = demand.byTheSuperuserOf(database);
        if (privileged.isEmpty()) {
            return evidence.cannotTell(
                    "the users that log in to '" + database.name() + "', or whether one is its superuser");
        }
        if (privileged.get()) {
            return evidence.pass();
        }
        long usable = most - kept;
        return evidence.reachability(Load.filling(usable, stack))
                .finding(
                        "the pools can open %s connections to '%s' (%s); of its %s slots %s are kept for administrators, so %s can be used"
                                .formatted(
                                        Say.count(sum.known()),
                                        database.name(),
                                        sum.terms(),
                                        Say.count(most),
                                        Say.count(kept),
                                        Say.count(usable)),
                        Fitting.cure(demand, sum.known(), usable, evidence));
    }
}
