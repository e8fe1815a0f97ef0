package io.poolwright.audit.rules.php;

import io.poolwright.audit.Evidence;
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
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A request of PHP-FPM must end some time.
 *
 * <p>Line: request_terminate_timeout above 0 (the default 0 is off); {@code max_execution_time} does not count time spent
 * waiting. Source: PHP-FPM's {@code www.conf}.
 */
public final class FpmTerminateMissing implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "fpm-terminate-missing",
            "request_terminate_timeout is off",
            Severity.HIGH,
            Scope.SINGLE_FILE,
            List.of(Layer.PHP),
            "PHP-FPM, www.conf: request_terminate_timeout");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return Once.each(stack.all(Kind.FPM_POOL)
                .filter(pool -> pool.isDeclared("pm")
                        || pool.isDeclared("pm.max_children")
                        || pool.isDeclared("request_terminate_timeout")));
    }

    @Override
    public Verdict judge(Part pool, Stack stack, Evidence evidence) {
        Setting<Duration> terminate = pool.duration("request_terminate_timeout");
        if (!Bound.isForever(evidence.use(terminate, "the end of a request"))) {
            return evidence.pass();
        }
        Optional<Duration> wait = PhpParts.routesTo(pool, stack).stream()
                .map(PhpParts::wait)
                .filter(Setting::isKnown)
                .map(Setting::get)
                .min(Comparator.naturalOrder());
        String value = wait.map(time -> Math.max(1, time.toSeconds() - 5) + "s").orElse("60s");
        evidence.at(terminate.origin().orElse(pool.origin())).change(terminate, value);
        return evidence.finding(
                "request_terminate_timeout of pool '%s' is off: a request that waits for a database or a service keeps its worker for ever, and max_execution_time does not count that wait"
                        .formatted(pool.name()),
                "request_terminate_timeout = %s%s"
                        .formatted(
                                value,
                                wait.map(time -> "; 5 s below the web server's wait of " + Say.time(time))
                                        .orElse("; a few seconds below the web server's wait")));
    }
}
