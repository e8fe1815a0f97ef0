package io.poolwright.audit.rules.httpclient;

import io.poolwright.audit.Evidence;
import io.poolwright.audit.PartRule;
import io.poolwright.audit.RuleSpec;
import io.poolwright.audit.Say;
import io.poolwright.audit.Scope;
import io.poolwright.audit.Severity;
import io.poolwright.audit.Verdict;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Layer;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A client pool of 5 must not be shared by many request threads.
 *
 * <p>Line: maxConnPerRoute &gt; 5 where more than 50 threads call. Source: HttpClient 5, {@code PoolingHttpClientConnectionManager}:
 * 25 in all, 5 for each route, and a wait of 3 min.
 */
public final class HttpClientPerRoute5 implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "http-client-per-route-5",
            "HttpClient 5 has 5 connections for each route",
            Severity.MEDIUM,
            Scope.CROSS_LAYER,
            List.of(Layer.HTTP_CLIENT, Layer.APP_SERVER),
            "Apache HttpClient 5, PoolingHttpClientConnectionManager (25 in all, 5 for each route)");

    private static final int FEW_THREADS = 50;

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.HTTP_CLIENT, "httpclient5")
                .filter(client -> server(client, stack).isPresent());
    }

    private static Optional<Part> server(Part client, Stack stack) {
        return stack.family(client).stream()
                .filter(part -> part.kind() == Kind.APP_SERVER && part.has(Role.WORKERS))
                .findFirst();
    }

    @Override
    public Verdict judge(Part client, Stack stack, Evidence evidence) {
        Setting<Long> workers = server(client, stack).orElseThrow().role(Role.WORKERS);
        long route = evidence.use(client.count("maxConnPerRoute"), "connections for each route");
        long threads = evidence.use(workers, "threads that may call at the same time");
        if (route > 5 || threads <= FEW_THREADS) {
            return evidence.pass();
        }
        return evidence.related(client.origin(), "the client")
                .finding(
                        "%s may call through HTTP client '%s', which has %d connections for each route: the others wait up to 3 min inside the client"
                                .formatted(Say.count(threads, "request thread"), client.name(), route),
                        "maxConnPerRoute about half of the threads (%d), and a connectionRequestTimeout of 2 s"
                                .formatted(threads / 2));
    }
}
