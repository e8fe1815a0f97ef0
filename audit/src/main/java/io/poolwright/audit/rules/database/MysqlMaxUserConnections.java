package io.poolwright.audit.rules.database;

import io.poolwright.audit.Evidence;
import io.poolwright.audit.PartRule;
import io.poolwright.audit.RuleSpec;
import io.poolwright.audit.Say;
import io.poolwright.audit.Scope;
import io.poolwright.audit.Severity;
import io.poolwright.audit.Verdict;
import io.poolwright.audit.capacity.Demand;
import io.poolwright.audit.capacity.Load;
import io.poolwright.audit.capacity.Moment;
import io.poolwright.audit.capacity.Sum;
import io.poolwright.model.stack.Bound;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Layer;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Stack;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * MySQL may also limit the connections of one user.
 *
 * <p>Line: sum of copies × pool size of one user ≤ max_user_connections. Source: MySQL manual, max_user_connections (0 is no
 * limit).
 */
public final class MysqlMaxUserConnections implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "mysql-max-user-connections",
            "max_user_connections below the pool sum",
            Severity.HIGH,
            Scope.CROSS_LAYER,
            List.of(Layer.DB, Layer.APP_POOL),
            "MySQL manual, max_user_connections");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.DATABASE)
                .filter(database -> database.isDeclared("max_user_connections"))
                .filter(database -> !Demand.on(database, stack).isEmpty());
    }

    @Override
    public Verdict judge(Part database, Stack stack, Evidence evidence) {
        long limit = evidence.use(database.count("max_user_connections"), "max_user_connections");
        if (limit == Bound.UNLIMITED) {
            return evidence.pass();
        }
        Demand demand = Demand.on(database, stack);
        Optional<String> missing = Optional.empty();
        List<String> users = demand.claims().stream()
                .flatMap(claim -> claim.user().stream())
                .distinct()
                .toList();
        for (String user : users) {
            Demand own = new Demand(
                    demand.claims().stream()
                            .filter(claim -> claim.user().equals(Optional.of(user)))
                            .toList(),
                    List.of());
            Sum sum = own.at(Moment.SCALED_OUT, evidence);
            if (sum.known() > limit) {
                return evidence.reachability(Load.filling(limit, stack))
                        .finding(
                                "the pools of user '%s' can open %s connections to '%s' (%s), and max_user_connections allows %s"
                                        .formatted(
                                                user,
                                                Say.count(sum.known()),
                                                database.name(),
                                                sum.terms(),
                                                Say.count(limit)),
                                "max_user_connections = %s, or smaller pools".formatted(Say.count(sum.known())));
            }
            missing = missing.or(sum::missing);
        }
        boolean allKnown = demand.unseen().isEmpty()
                && demand.claims().stream().allMatch(claim -> claim.user().isPresent());
        if (!allKnown) {
            Sum all = demand.at(Moment.SCALED_OUT, Evidence.of(SPEC, database));
            if (all.missing().isPresent() || all.known() > limit) {
                return evidence.cannotTell(all.missing().orElse("the users that log in to '" + database.name() + "'"));
            }
        }
        return missing.map(evidence::cannotTell).orElseGet(evidence::pass);
    }
}
