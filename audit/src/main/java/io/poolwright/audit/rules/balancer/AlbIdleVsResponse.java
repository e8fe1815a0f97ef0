package io.poolwright.audit.rules.balancer;

import io.poolwright.audit.Evidence;
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
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An Application Load Balancer must wait longer than the program may work.
 *
 * <p>Line: {@code idle_timeout}, 60 s when it is not written, ≥ the pool's wait + the limit on a query. Source: AWS, Elastic
 * Load Balancing, "HTTP 504: Gateway timeout".
 */
public final class AlbIdleVsResponse implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "alb-idle-vs-response",
            "ALB idle timeout below the slowest response",
            Severity.HIGH,
            Scope.CROSS_LAYER,
            List.of(Layer.LB, Layer.APP),
            "AWS, Elastic Load Balancing, Troubleshoot your Application Load Balancers");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.ROUTE, "aws-alb")
                .filter(route -> !pools(route, stack).isEmpty());
    }

    private static List<Part> pools(Part route, Stack stack) {
        return Behind.programsBehind(route, stack).stream()
                .filter(part -> part.kind() == Kind.POOL && part.has(Role.ACQUIRE_TIMEOUT))
                .toList();
    }

    @Override
    public Verdict judge(Part route, Stack stack, Evidence evidence) {
        Setting<Duration> idle = route.role(Role.UPSTREAM_IDLE);
        Duration limit = evidence.use(idle, "the longest silence that the balancer bears");
        Optional<String> open = Optional.empty();
        for (Part pool : pools(route, stack)) {
            Setting<Duration> acquire = pool.role(Role.ACQUIRE_TIMEOUT);
            Optional<Setting<Duration>> query = Behind.queryLimit(pool, stack);
            if (!acquire.isKnown()) {
                open = Optional.of("the longest wait for a connection of " + pool);
                continue;
            }
            if (query.isEmpty()) {
                open = Optional.of("a limit on the time of a query of " + pool);
            }
            Duration total = Bound.plus(acquire.get(), query.map(Setting::get).orElse(Duration.ZERO));
            boolean written = idle.isDeclared()
                    || acquire.isDeclared()
                    || query.filter(Setting::isDeclared).isPresent();
            if (written && total.compareTo(limit) > 0) {
                evidence.use(acquire, "the longest wait for a connection");
                query.ifPresent(time -> evidence.use(time, "the limit on a query"));
                return evidence.at(idle.origin().orElse(route.origin()))
                        .related(route.origin(), route.toString())
                        .finding(
                                "The ALB answers 504 after %s without a byte, while the program may take %s (wait for a connection %s%s)"
                                        .formatted(
                                                Say.time(limit),
                                                Say.time(total),
                                                Say.time(acquire.get()),
                                                query.map(time -> " + query " + Say.time(time.get()))
                                                        .orElse("")),
                                "idle_timeout above %s, or a shorter wait and query in the program"
                                        .formatted(Say.time(total)));
            }
        }
        return open.isPresent() ? evidence.cannotTell(open.get()) : evidence.pass();
    }
}
