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
import java.util.List;
import java.util.stream.Stream;

/**
 * A script cannot run longer than PHP-FPM lets it.
 *
 * <p>Line: ini_set('max_execution_time') in wp-config.php ≤ request_terminate_timeout. Source: PHP-FPM's {@code www.conf}.
 */
public final class WpMaxExecutionOverride implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "wp-max-execution-override",
            "ini_set raises max_execution_time above the limit of PHP-FPM",
            Severity.MEDIUM,
            Scope.CROSS_LAYER,
            List.of(Layer.WORDPRESS, Layer.PHP),
            "PHP-FPM, www.conf: request_terminate_timeout");

    private static final String INI = "ini_set max_execution_time";

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return Once.each(stack.all(Kind.WORDPRESS)
                .filter(site -> site.isDeclared(INI))
                .filter(site -> PhpParts.poolOf(site, stack).isPresent()));
    }

    @Override
    public Verdict judge(Part site, Stack stack, Evidence evidence) {
        Part pool = PhpParts.poolOf(site, stack).orElseThrow();
        Setting<Duration> set = site.duration(INI);
        Duration script = evidence.use(set, "the limit that the script asks for");
        Duration kill = evidence.use(pool.duration("request_terminate_timeout"), "when PHP-FPM kills the request");
        if (Bound.isForever(kill) || script.compareTo(kill) <= 0) {
            return evidence.pass();
        }
        String value = Long.toString(Math.max(1, kill.toSeconds() - 5));
        return evidence.change(set, value)
                .finding(
                        "wp-config.php asks for %s (max_execution_time), and PHP-FPM kills the request after %s"
                                .formatted(Bound.isForever(script) ? "no limit" : Say.time(script), Say.time(kill)),
                        "at most %s, 5 s below request_terminate_timeout".formatted(value));
    }
}
