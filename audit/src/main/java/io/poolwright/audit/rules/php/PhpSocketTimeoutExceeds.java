package io.poolwright.audit.rules.php;

import io.poolwright.audit.Evidence;
import io.poolwright.audit.Once;
import io.poolwright.audit.PartRule;
import io.poolwright.audit.RuleSpec;
import io.poolwright.audit.Say;
import io.poolwright.audit.Scope;
import io.poolwright.audit.Severity;
import io.poolwright.audit.Verdict;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Layer;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * A call that PHP makes must end before the web server gives up on PHP.
 *
 * <p>Line: default_socket_timeout (60 s) ≤ fastcgi_read_timeout (60 s). Source: PHP manual, filesystem configuration.
 */
public final class PhpSocketTimeoutExceeds implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "php-socket-timeout-exceeds",
            "Outbound calls of PHP may outlive the request",
            Severity.MEDIUM,
            Scope.CROSS_LAYER,
            List.of(Layer.PHP, Layer.WEB),
            "PHP manual, default_socket_timeout; nginx documentation, fastcgi_read_timeout");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return Once.each(stack.all(Kind.FPM_POOL)
                .filter(pool -> !PhpParts.routesTo(pool, stack).isEmpty()));
    }

    @Override
    public Verdict judge(Part pool, Stack stack, Evidence evidence) {
        Setting<Duration> socket = pool.duration("default_socket_timeout");
        Duration call = evidence.use(socket, "the longest silence of an outbound call");
        for (Part route : PhpParts.routesTo(pool, stack)) {
            Setting<Duration> read = PhpParts.wait(route);
            boolean crossed = read.isKnown() && call.compareTo(read.get()) > 0;
            if (crossed && (socket.isDeclared() || read.isDeclared())) {
                Duration wait = evidence.use(read, "the web server's wait for PHP");
                String value = Long.toString(Math.max(1, wait.toSeconds() / 2));
                return evidence.change(socket, value)
                        .related(route.origin(), "where requests are passed to PHP")
                        .finding(
                                "an outbound call of PHP may be silent for %s (default_socket_timeout), and the web server waits %s for PHP (%s)"
                                        .formatted(Say.time(call), Say.time(wait), read.name()),
                                "default_socket_timeout = %s: half of %s".formatted(value, Say.time(wait)));
            }
        }
        PhpParts.routesTo(pool, stack).forEach(route -> evidence.use(PhpParts.wait(route), "the web server's wait"));
        return evidence.pass();
    }
}
