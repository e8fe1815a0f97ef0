package io.poolwright.audit.rules.pooler;

import io.poolwright.audit.Evidence;
import io.poolwright.audit.Hops;
import io.poolwright.audit.PartRule;
import io.poolwright.audit.RuleSpec;
import io.poolwright.audit.Say;
import io.poolwright.audit.Scope;
import io.poolwright.audit.Severity;
import io.poolwright.audit.Verdict;
import io.poolwright.audit.capacity.PoolerEntry;
import io.poolwright.model.stack.Bound;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Layer;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A query must not wait in PgBouncer's queue longer than anybody waits for its answer.
 *
 * <p>Line: query_wait_timeout &lt; time of the outermost proxy that is known − statement_timeout. Source: PgBouncer documentation,
 * query_wait_timeout (120 s by default, 0 for ever).
 */
public final class PgbouncerQueryWaitExceedsApp implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "pgbouncer-query-wait-exceeds-app",
            "query_wait_timeout above the caller budget",
            Severity.HIGH,
            Scope.CROSS_LAYER,
            List.of(Layer.POOLER, Layer.APP),
            "PgBouncer documentation, query_wait_timeout (120 s by default)");

    /** The outermost proxy in front of the pooler's clients whose patience is known. */
    private static Optional<Part> budget(Part pooler, Stack stack) {
        return PoolerEntry.clients(pooler, stack).stream()
                .flatMap(pool -> Hops.inFrontOf(pool, stack).stream())
                .filter(hop -> hop.role(Role.RESPONSE_TIMEOUT).isKnown())
                .filter(hop -> !Bound.isForever(hop.role(Role.RESPONSE_TIMEOUT).get()))
                .reduce((inner, outer) -> outer);
    }

    /** What the statement itself may take after the wait; nothing is taken off where that has no limit. */
    private static Duration query(Part pooler, Stack stack, Evidence evidence) {
        for (Part entry : stack.children(pooler, Kind.POOLER_DATABASE)) {
            Optional<Part> database = Poolers.database(entry, stack);
            Optional<Duration> limit = database.filter(
                            one -> one.role(Role.STATEMENT_TIMEOUT).isDeclared())
                    .flatMap(one -> evidence.useIfKnown(one.role(Role.STATEMENT_TIMEOUT), "statement_timeout"));
            if (limit.isPresent() && !Bound.isForever(limit.get())) {
                return limit.get();
            }
        }
        return Duration.ZERO;
    }

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.POOLER, "pgbouncer")
                .filter(pooler -> budget(pooler, stack).isPresent());
    }

    @Override
    public Verdict judge(Part subject, Stack stack, Evidence evidence) {
        Part hop = budget(subject, stack).orElseThrow();
        Setting<Duration> setting = subject.duration("query_wait_timeout");
        Duration wait = evidence.use(setting, "query_wait_timeout");
        Duration budget = evidence.use(hop.role(Role.RESPONSE_TIMEOUT), "how long " + hop + " waits for an answer");
        Duration query = query(subject, stack, evidence);
        if (wait.compareTo(budget.minus(query)) < 0) {
            return evidence.pass();
        }
        Duration half = budget.dividedBy(2);
        String fresh = String.valueOf(
                Math.max(1, Math.min(half.toSeconds(), budget.minus(query).toSeconds() - 1)));
        if (!setting.isDeclared()) {
            if (!hop.role(Role.RESPONSE_TIMEOUT).isDeclared()) {
                return evidence.pass(); // two untouched defaults
            }
            evidence.at(subject.origin());
        }
        return evidence.change(setting, fresh)
                .finding(
                        "a query may wait %s in PgBouncer '%s' (query_wait_timeout), and %s gives up after %s"
                                .formatted(
                                        Bound.isForever(wait) ? "for ever" : Say.time(wait),
                                        subject.name(),
                                        hop,
                                        Say.time(budget)),
                        "query_wait_timeout = %s (seconds): at most half of %s".formatted(fresh, Say.time(budget)));
    }
}
