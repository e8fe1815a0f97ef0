package io.poolwright.audit.rules.php;

import io.poolwright.audit.Evidence;
import io.poolwright.audit.Once;
import io.poolwright.audit.PartRule;
import io.poolwright.audit.RuleSpec;
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
 * The slow log is written only with a limit that says what is slow.
 *
 * <p>Line: with slowlog, request_slowlog_timeout is above 0. Source: PHP-FPM's {@code www.conf}.
 */
public final class FpmSlowlogWithoutTimeout implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "fpm-slowlog-without-timeout",
            "A slow log that is never written",
            Severity.LOW,
            Scope.SINGLE_FILE,
            List.of(Layer.PHP),
            "PHP-FPM, www.conf: request_slowlog_timeout, slowlog");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return Once.each(stack.all(Kind.FPM_POOL).filter(pool -> pool.isDeclared("slowlog")));
    }

    @Override
    public Verdict judge(Part pool, Stack stack, Evidence evidence) {
        Setting<Duration> timeout = pool.duration("request_slowlog_timeout");
        if (!Bound.isForever(evidence.use(timeout, "what counts as slow"))) {
            return evidence.pass();
        }
        pool.text("slowlog").origin().ifPresent(evidence::at);
        return evidence.finding(
                "pool '%s' names a slow log, and request_slowlog_timeout is off: nothing is ever written to it"
                        .formatted(pool.name()),
                "request_slowlog_timeout = 5s");
    }
}
