package io.poolwright.audit.rules.httpclient;

import io.poolwright.audit.Evidence;
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
 * A call to somebody else must come to an end, or their slowness takes our threads and connections.
 *
 * <p>Line: the client's read or response timeout is set. Source: Spring Boot configuration metadata ({@code spring.http.client.*}
 * up to 3.x, {@code spring.http.clients.*} in 4); Reactor Netty reference, "Response Timeout" (none by default).
 */
public final class HttpClientNoTimeout implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "http-client-no-timeout",
            "Outbound HTTP client without a read timeout",
            Severity.HIGH,
            Scope.SINGLE_FILE,
            List.of(Layer.HTTP_CLIENT),
            "Spring Boot configuration metadata, spring.http.client.read-timeout; Reactor Netty reference, Response Timeout");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.HTTP_CLIENT)
                .filter(client -> client.settings().find("responseTimeout").isPresent());
    }

    @Override
    public Verdict judge(Part client, Stack stack, Evidence evidence) {
        Setting<Duration> wait = client.duration("responseTimeout");
        Duration longest = evidence.use(wait, "the longest wait for an answer");
        if (!Bound.isForever(longest) && !longest.isZero()) {
            return evidence.pass();
        }
        return evidence.at(wait.origin().orElse(client.origin()))
                .finding(
                        "HTTP client '%s' waits for an answer without end: a remote service that hangs keeps %s"
                                .formatted(
                                        client.name(),
                                        client.product().equals("reactor-netty")
                                                ? "requests and their connections open"
                                                : "threads, and the database connections they hold"),
                        "a read timeout below the time of the whole request: %s, or setReadTimeout where the client is made"
                                .formatted(property(client)));
    }

    private static String property(Part client) {
        return switch (client.name().substring(client.name().lastIndexOf(' ') + 1)) {
            case "gateway" -> "spring.cloud.gateway.httpclient.response-timeout: 5s";
            case "webclient" -> "responseTimeout(Duration.ofSeconds(5)) on Reactor Netty's HttpClient";
            default ->
                "spring.http.client.read-timeout: 5s (Spring Boot 3.4 and 3.5; spring.http.clients.read-timeout in 4)";
        };
    }
}
