package io.poolwright.audit.rules.ladder;

import io.poolwright.audit.Evidence;
import io.poolwright.audit.Hops;
import io.poolwright.audit.PartRule;
import io.poolwright.audit.RuleSpec;
import io.poolwright.audit.Say;
import io.poolwright.audit.Scope;
import io.poolwright.audit.Severity;
import io.poolwright.audit.Verdict;
import io.poolwright.model.stack.Bound;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Layer;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Waiting for a connection and running the query must both fit into the time that the proxy in front gives.
 *
 * <p>Line: wait for a connection + limit on a query ≤ the shortest response timeout in front. The limit on a query is the
 * tighter of the driver's socket and statement timeout; without one only the wait is compared. Source: HikariCP, README,
 * connectionTimeout; HAProxy configuration manual, timeout server.
 */
public final class AppBudgetExceedsLb implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "app-budget-exceeds-lb",
            "Pool wait plus query time exceeds the timeout in front",
            Severity.HIGH,
            Scope.CROSS_LAYER,
            List.of(Layer.APP_POOL, Layer.DRIVER, Layer.LB),
            "HikariCP README, connectionTimeout; HAProxy configuration manual, timeout server");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.POOL)
                .filter(pool -> pool.has(Role.ACQUIRE_TIMEOUT))
                .filter(pool -> !Hops.inFrontOf(pool, stack).isEmpty());
    }

    @Override
    public Verdict judge(Part pool, Stack stack, Evidence evidence) {
        List<Part> hops = Hops.inFrontOf(pool, stack);
        Optional<Part> tightest = hops.stream()
                .filter(hop -> hop.role(Role.RESPONSE_TIMEOUT).isKnown())
                .min(Comparator.comparing(hop -> hop.role(Role.RESPONSE_TIMEOUT).get()));
        if (tightest.isEmpty()) {
            return evidence.cannotTell("the response timeout of " + hops.get(0));
        }
        Setting<Duration> acquire = pool.role(Role.ACQUIRE_TIMEOUT);
        Setting<Duration> limit = tightest.get().role(Role.RESPONSE_TIMEOUT);
        Duration wait = evidence.use(acquire, "the longest wait for a connection");
        Duration budget = evidence.use(limit, "the shortest wait in front");
        if (Bound.isForever(budget)) {
            return evidence.pass();
        }
        Optional<Setting<Duration>> query = queryLimit(pool, stack);
        boolean aloneTooLong = wait.compareTo(budget) > 0;
        if (query.isEmpty() && !aloneTooLong) {
            return evidence.cannotTell(
                    "a limit on the time of a query of '%s' (socketTimeout of the driver, or a statement timeout)"
                            .formatted(pool.name()));
        }
        Duration total = Bound.plus(wait, query.map(Setting::get).orElse(Duration.ZERO));
        if (total.compareTo(budget) <= 0) {
            return evidence.pass();
        }
        query.ifPresent(one -> evidence.use(one, "the limit on a query"));
        Duration shorter = shorter(budget);
        evidence.change(acquire, String.valueOf(shorter.toMillis()));
        return evidence.finding(
                "a request may wait %s for a connection of '%s'%s, while %s (%s) answers 504 after %s"
                        .formatted(
                                Say.time(wait),
                                pool.name(),
                                query.map(one -> " and then %s for its query, %s in all"
                                                .formatted(Say.time(one.get()), Say.time(total)))
                                        .orElse(""),
                                tightest.get(),
                                tightest.get().product(),
                                Say.time(budget)),
                "a wait for a connection of at most %s (a quarter of %s) and a query of at most %s (six tenths)"
                        .formatted(
                                Say.time(shorter),
                                Say.time(budget),
                                Say.time(budget.multipliedBy(6).dividedBy(10))));
    }

    /** A quarter of the budget, in whole seconds where that leaves one, and no more than five. */
    private static Duration shorter(Duration budget) {
        long millis = Math.min(5000, budget.toMillis() / 4);
        return Duration.ofMillis(millis >= 1000 ? millis / 1000 * 1000 : Math.max(250, millis));
    }

    static Optional<Setting<Duration>> queryLimit(Part pool, Stack stack) {
        return Stream.concat(Stream.of(pool), stack.children(pool, Kind.DRIVER).stream())
                .flatMap(part -> Stream.of(Role.STATEMENT_TIMEOUT, Role.SOCKET_TIMEOUT)
                        .filter(part::has)
                        .map(part::role))
                .filter(one -> one.isKnown() && !Bound.isForever(one.get()))
                .min(Comparator.comparing(Setting::get));
    }
}
