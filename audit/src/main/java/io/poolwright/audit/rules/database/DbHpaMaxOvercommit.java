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
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An autoscaler must not be able to start more copies than the database has slots for.
 *
 * <p>Line: sum of maxReplicas × pool size ≤ usable slots, where the copies that run now fit. Source: Kubernetes
 * documentation, Horizontal Pod Autoscaling.
 */
public final class DbHpaMaxOvercommit implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "db-hpa-max-overcommit",
            "HPA maxReplicas exceeds the database limit",
            Severity.CRITICAL,
            Scope.CROSS_LAYER,
            List.of(Layer.ORCHESTRATOR, Layer.APP_POOL, Layer.DB),
            "Kubernetes documentation, Horizontal Pod Autoscaling");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.DATABASE).filter(database -> Demand.on(database, stack).claims().stream()
                .anyMatch(claim -> scales(claim.copies().now(), claim.copies().most())));
    }

    private static boolean scales(Setting<Long> now, Setting<Long> most) {
        return now.isKnown() && most.isKnown() && most.get() > now.get();
    }

    @Override
    public Verdict judge(Part database, Stack stack, Evidence evidence) {
        Demand demand = Demand.on(database, stack);
        Sum scaled = demand.at(Moment.SCALED_OUT, evidence);
        Optional<Boolean> privileged = demand.byTheSuperuserOf(database);
        long usable = Slots.of(database).usable(evidence, privileged);
        long now = demand.at(Moment.NOW, Evidence.of(SPEC, database)).known();
        long certain = privileged.isEmpty() ? Slots.of(database).all(evidence) : usable;
        if (now > usable) {
            return evidence.pass(); // too much already now: another rule tells that
        }
        if (scaled.known() <= usable) {
            return scaled.missing().map(evidence::cannotTell).orElseGet(evidence::pass);
        }
        if (scaled.known() <= certain) {
            return evidence.cannotTell(
                    "the users that log in to '" + database.name() + "', or whether one is its superuser");
        }
        demand.claims().stream()
                .filter(claim -> scales(claim.copies().now(), claim.copies().most()))
                .findFirst()
                .ifPresent(claim -> evidence.at(claim.copies().most()));
        return evidence.reachability(Load.filling(usable, stack))
                .finding(
                        "scaled out, the pools can open %s connections to '%s' (%s); %s can be used, and now it is %s"
                                .formatted(
                                        Say.count(scaled.known()),
                                        database.name(),
                                        scaled.terms(),
                                        Say.count(usable),
                                        Say.count(now)),
                        Fitting.cure(demand, scaled.known(), usable, evidence) + "; or a lower maxReplicas");
    }
}
