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
 * While an update rolls, old and new copies hold their pools at the same time.
 *
 * <p>Line: sum of (copies + surge) × pool size ≤ usable slots, where the copies alone fit. Source: Kubernetes documentation,
 * Deployments, "Max Surge" (25 % when nobody sets it, rounded up).
 */
public final class DbRollingUpdateOvercommit implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "db-rolling-update-overcommit",
            "Rolling update surge exceeds the database limit",
            Severity.HIGH,
            Scope.CROSS_LAYER,
            List.of(Layer.ORCHESTRATOR, Layer.APP_POOL, Layer.DB),
            "Kubernetes documentation, Deployments: Max Surge");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.DATABASE).filter(database -> Demand.on(database, stack).claims().stream()
                .anyMatch(claim -> claim.copies().surge().isKnown()
                        && claim.copies().surge().get() > 0));
    }

    @Override
    public Verdict judge(Part database, Stack stack, Evidence evidence) {
        Demand demand = Demand.on(database, stack);
        Sum update = demand.at(Moment.UPDATING, evidence);
        Optional<Boolean> privileged = demand.byTheSuperuserOf(database);
        long usable = Slots.of(database).usable(evidence, privileged);
        long settled = demand.at(Moment.SCALED_OUT, Evidence.of(SPEC, database)).known();
        long certain = privileged.isEmpty() ? Slots.of(database).all(evidence) : usable;
        if (settled > usable) {
            return evidence.pass(); // too much without any update: another rule tells that
        }
        if (update.known() <= usable) {
            return update.missing().map(evidence::cannotTell).orElseGet(evidence::pass);
        }
        if (update.known() <= certain) {
            return evidence.cannotTell(
                    "the users that log in to '" + database.name() + "', or whether one is its superuser");
        }
        return evidence.reachability(Load.filling(usable, stack))
                .finding(
                        "during a rolling update the pools can open %s connections to '%s' (%s); %s can be used, and without the update it is %s"
                                .formatted(
                                        Say.count(update.known()),
                                        database.name(),
                                        update.terms(),
                                        Say.count(usable),
                                        Say.count(settled)),
                        Fitting.cure(demand, update.known(), usable, evidence) + "; or maxSurge: 0");
    }
}
