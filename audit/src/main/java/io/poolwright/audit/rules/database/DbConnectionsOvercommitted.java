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
import java.util.stream.Stream;

/**
 * All pools together must not be able to open more connections than the database accepts.
 *
 * <p>Line: sum of copies × pool size ≤ max_connections, all in connections. Source: PostgreSQL manual, 19.3 "Connections and
 * Authentication"; MySQL manual, "max_connections"; HikariCP README, maximumPoolSize.
 */
public final class DbConnectionsOvercommitted implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "db-connections-overcommitted",
            "Sum of all pools exceeds the database limit",
            Severity.CRITICAL,
            Scope.CROSS_LAYER,
            List.of(Layer.APP_POOL, Layer.ORCHESTRATOR, Layer.DB),
            "PostgreSQL manual 19.3; MySQL manual, max_connections; HikariCP README maximumPoolSize");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.DATABASE)
                .filter(database -> !Demand.on(database, stack).isEmpty());
    }

    @Override
    public Verdict judge(Part database, Stack stack, Evidence evidence) {
        Demand demand = Demand.on(database, stack);
        Sum sum = demand.at(Moment.NOW, evidence);
        if (sum.known() == 0 && sum.missing().isPresent()) {
            return evidence.cannotTell(sum.missing().get());
        }
        long most = Slots.of(database).all(evidence);
        if (sum.known() <= most) {
            return sum.missing().map(evidence::cannotTell).orElseGet(evidence::pass);
        }
        long usable = Slots.of(database).usable(evidence, demand.byTheSuperuserOf(database));
        return evidence.reachability(Load.filling(usable, stack))
                .finding(
                        "the pools can open %s connections to '%s' (%s), and it accepts %s"
                                .formatted(Say.count(sum.known()), database.name(), sum.terms(), Say.count(most)),
                        Fitting.cure(demand, sum.known(), usable, evidence));
    }
}
