package io.poolwright.audit.rules.php;

import io.poolwright.audit.Evidence;
import io.poolwright.audit.Hops;
import io.poolwright.audit.Once;
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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The inner limit must strike before the outer one.
 *
 * <p>Line: max_execution_time (30 s) &lt; request_terminate_timeout &lt; fastcgi_read_timeout (60 s) &lt; the wait of the balancer
 * in front; a limit that is off is left out. Source: PHP-FPM's {@code www.conf}; nginx, {@code fastcgi_read_timeout}.
 */
public final class FpmTimeoutOrder implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "fpm-timeout-order",
            "PHP, PHP-FPM and the web server time out in the wrong order",
            Severity.HIGH,
            Scope.CROSS_LAYER,
            List.of(Layer.PHP, Layer.WEB),
            "PHP-FPM, www.conf; nginx documentation, ngx_http_fastcgi_module fastcgi_read_timeout");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return Once.each(stack.all(Kind.FPM_POOL)
                .filter(pool ->
                        !PhpParts.routesTo(pool, stack).isEmpty() || pool.isDeclared("request_terminate_timeout")));
    }

    @Override
    public Verdict judge(Part pool, Stack stack, Evidence evidence) {
        List<Part> routes = PhpParts.routesTo(pool, stack);
        List<List<Setting<Duration>>> ladders = routes.isEmpty() ? List.of(inner(pool)) : new ArrayList<>();
        routes.forEach(route -> evidence.related(route.origin(), "where requests are passed to PHP"));
        for (Part route : routes) {
            List<Setting<Duration>> ladder = new ArrayList<>(inner(pool));
            ladder.add(PhpParts.wait(route));
            Hops.adjacent(route, stack).forEach(hop -> {
                if (hop.has(Role.RESPONSE_TIMEOUT)) {
                    ladder.add(hop.role(Role.RESPONSE_TIMEOUT));
                }
            });
            ladders.add(ladder);
        }
        boolean known = true;
        for (List<Setting<Duration>> ladder : ladders) {
            for (int i = 0; i + 1 < ladder.size(); i++) {
                Setting<Duration> inner = ladder.get(i);
                Setting<Duration> outer = ladder.get(i + 1);
                known &= inner.isKnown() && outer.isKnown();
                if (i < 2 && inverted(inner, outer)) {
                    return finding(pool, inner, outer, evidence);
                }
            }
        }
        if (!known) {
            ladders.forEach(ladder -> ladder.forEach(setting -> evidence.use(setting, setting.name())));
        }
        return evidence.pass();
    }

    private static boolean inverted(Setting<Duration> inner, Setting<Duration> outer) {
        return inner.isKnown()
                && outer.isKnown()
                && (inner.isDeclared() || outer.isDeclared())
                && !Bound.isForever(outer.get())
                && inner.get().compareTo(outer.get()) >= 0;
    }

    private static Verdict finding(Part pool, Setting<Duration> inner, Setting<Duration> outer, Evidence evidence) {
        Duration first = evidence.use(inner, "the limit that should strike first");
        Duration second = evidence.use(outer, "the limit that should strike later");
        long seconds = Math.max(1, second.toSeconds() - 5);
        if (inner.isDeclared() && second.toSeconds() > 5) {
            String unit = inner.written().filter(text -> text.endsWith("s")).isPresent() ? "s" : "";
            evidence.change(inner, seconds + unit);
        }
        return evidence.finding(
                "%s (%s) does not strike before %s (%s) for pool '%s': %s"
                        .formatted(
                                inner.name(),
                                Say.time(first),
                                outer.name(),
                                Say.time(second),
                                pool.name(),
                                outer.name().contains("terminate")
                                        ? "PHP's own limit never strikes, and scripts are killed without a message"
                                        : "the web server answers 504 while PHP goes on working"),
                "%s at most %s; for example 60 < 65 < 70 < 75 s from PHP outward"
                        .formatted(inner.name(), Say.time(Duration.ofSeconds(seconds))));
    }

    /** PHP's limit, and PHP-FPM's where it is on; a limit of PHP that is off is told by others. */
    private static List<Setting<Duration>> inner(Part pool) {
        List<Setting<Duration>> limits = new ArrayList<>();
        Setting<Duration> execution = pool.duration("max_execution_time");
        Setting<Duration> terminate = pool.duration("request_terminate_timeout");
        boolean off = terminate.isKnown() && Bound.isForever(terminate.get());
        if (!off || !execution.isKnown() || !Bound.isForever(execution.get())) {
            limits.add(execution);
        }
        if (!off) {
            limits.add(terminate);
        }
        return limits;
    }
}
