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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The balancer must not give up before what stands behind it does.
 *
 * <p>Line: {@code timeout server} ≥ the inner proxy's response timeout, and ≥ the pool's wait + the limit on a query.
 * Source: HAProxy configuration manual 4.2, "timeout server".
 */
public final class HaproxyServerTimeoutLtInner implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "haproxy-server-timeout-lt-inner",
            "The balancer gives up before the inner layers",
            Severity.HIGH,
            Scope.CROSS_LAYER,
            List.of(Layer.LB, Layer.WEB, Layer.APP),
            "HAProxy configuration manual 4.2, timeout server");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.BACKEND, Haproxies.HAPROXY).filter(backend -> {
            List<Part> programs = Behind.programsBehind(backend, stack);
            return !inner(programs).isEmpty() || !pools(programs).isEmpty();
        });
    }

    private static List<Part> inner(List<Part> programs) {
        return programs.stream()
                .filter(part -> part.kind() == Kind.ROUTE || part.kind() == Kind.BACKEND)
                .filter(part -> part.has(Role.RESPONSE_TIMEOUT))
                .toList();
    }

    private static List<Part> pools(List<Part> programs) {
        return programs.stream()
                .filter(part -> part.kind() == Kind.POOL && part.has(Role.ACQUIRE_TIMEOUT))
                .toList();
    }

    @Override
    public List<Verdict> check(Stack stack) {
        return OncePerPlace.told(PartRule.super.check(stack), stack);
    }

    @Override
    public Verdict judge(Part backend, Stack stack, Evidence evidence) {
        Setting<Duration> limit = backend.duration("timeout server");
        Duration outer = evidence.use(limit, "the longest wait for the server");
        if (Bound.isForever(outer)) {
            return evidence.pass();
        }
        List<Part> programs = Behind.programsBehind(backend, stack);
        Optional<Part> longest = inner(programs).stream()
                .filter(part -> part.role(Role.RESPONSE_TIMEOUT).isKnown())
                .filter(part ->
                        !Bound.isForever(part.role(Role.RESPONSE_TIMEOUT).get()))
                .max(Comparator.comparing(
                        part -> part.role(Role.RESPONSE_TIMEOUT).get()));
        if (longest.isPresent()) {
            Setting<Duration> wait = longest.get().role(Role.RESPONSE_TIMEOUT);
            if (wait.get().compareTo(outer) > 0) {
                evidence.use(wait, "the inner proxy's wait");
                if (!wait.isDeclared()) {
                    evidence.severity(Severity.MEDIUM); // nobody chose the inner time
                }
                return found(
                        evidence,
                        limit,
                        "the %s behind it waits %s (%s)"
                                .formatted(longest.get().product(), Say.time(wait.get()), wait.name()),
                        wait.get());
            }
        }
        Optional<String> open = Optional.empty();
        for (Part pool : pools(programs)) {
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
            if (total.compareTo(outer) > 0) {
                evidence.use(acquire, "the longest wait for a connection");
                query.ifPresent(time -> evidence.use(time, "the limit on a query"));
                String sum = query.map(time -> " + %s %s".formatted(time.name(), Say.time(time.get())))
                        .orElse("");
                return found(
                        evidence,
                        limit,
                        "the program behind it may take %s %s%s"
                                .formatted(acquire.name(), Say.time(acquire.get()), sum),
                        total);
            }
        }
        return open.isPresent() ? evidence.cannotTell(open.get()) : evidence.pass();
    }

    private static Verdict found(Evidence evidence, Setting<Duration> limit, String inner, Duration total) {
        if (Bound.isForever(total)) {
            return evidence.at(limit)
                    .finding(
                            "HAProxy gives up after %s, while %s: users get a 504 and the work goes on"
                                    .formatted(Say.time(limit.get()), inner),
                            "a limit inside, below timeout server");
        }
        String fresh = Haproxies.written(total.plusSeconds(1));
        return evidence.at(limit)
                .change(limit, fresh)
                .finding(
                        "HAProxy gives up after %s, while %s: users get a 504 and the work goes on"
                                .formatted(Say.time(limit.get()), inner),
                        "timeout server %s, or shorter limits inside".formatted(fresh));
    }
}
