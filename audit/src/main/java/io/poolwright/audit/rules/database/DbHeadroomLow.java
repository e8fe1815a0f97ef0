package io.poolwright.audit.rules.database;

import io.poolwright.audit.Evidence;
import io.poolwright.audit.PartRule;
import io.poolwright.audit.RuleSpec;
import io.poolwright.audit.Say;
import io.poolwright.audit.Scope;
import io.poolwright.audit.Severity;
import io.poolwright.audit.Verdict;
import io.poolwright.audit.capacity.Demand;
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
 * A database wants room beside the pools: for an administrator, a migration, a second deployment.
 *
 * <p>Line: sum of copies × pool size ≤ 0.8 × usable slots; the 20 % are a starting value.
 */
public final class DbHeadroomLow implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "db-headroom-low",
            "Less than 20 % connection headroom",
            Severity.LOW,
            Scope.CROSS_LAYER,
            List.of(Layer.APP_POOL, Layer.DB),
            "arithmetic; PostgreSQL manual 19.3");
    private static final double SHARE = 0.8;

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.DATABASE)
                .filter(database -> !Demand.on(database, stack).claims().isEmpty());
    }

    @Override
    public Verdict judge(Part database, Stack stack, Evidence evidence) {
        Demand demand = Demand.on(database, stack);
        Sum sum = demand.at(Moment.SCALED_OUT, evidence);
        Optional<Boolean> privileged = demand.byTheSuperuserOf(database);
        long usable = Slots.of(database).usable(evidence, privileged);
        if (sum.known() > usable) {
            return evidence.pass(); // it does not fit at all: another rule tells that
        }
        if (sum.known() <= SHARE * usable) {
            return sum.missing().map(evidence::cannotTell).orElseGet(evidence::pass);
        }
        return evidence.finding(
                "the pools can open %s of the %s connections that '%s' has for them (%s): less than 20 %% are left"
                        .formatted(Say.count(sum.known()), Say.count(usable), database.name(), sum.terms()),
                "at most %s in all: 0.8 × %s"
                        .formatted(Say.count((long) Math.floor(SHARE * usable)), Say.count(usable)));
    }
}
