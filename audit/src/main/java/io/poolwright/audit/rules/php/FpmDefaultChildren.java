package io.poolwright.audit.rules.php;

import io.poolwright.audit.Evidence;
import io.poolwright.audit.Once;
import io.poolwright.audit.PartRule;
import io.poolwright.audit.RuleSpec;
import io.poolwright.audit.Say;
import io.poolwright.audit.Scope;
import io.poolwright.audit.Severity;
import io.poolwright.audit.Verdict;
import io.poolwright.audit.rules.web.WebParts;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Layer;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.util.List;
import java.util.stream.Stream;

/**
 * Five workers behind a web server that takes in hundreds of connections.
 *
 * <p>Line: pm.max_children above 5 where nginx takes 512 connections or more. Source: PHP-FPM's sample {@code www.conf}.
 */
public final class FpmDefaultChildren implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "fpm-default-children",
            "PHP-FPM runs with the five workers of its sample file",
            Severity.MEDIUM,
            Scope.CROSS_LAYER,
            List.of(Layer.PHP, Layer.WEB),
            "PHP-FPM, www.conf: pm.max_children");

    private static final long FEW = 5; // the sample file's own figure
    private static final long MANY = 512; // nginx's default for worker_connections

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return Once.each(stack.all(Kind.FPM_POOL)
                .filter(pool -> servers(pool, stack).findAny().isPresent()));
    }

    @Override
    public Verdict judge(Part pool, Stack stack, Evidence evidence) {
        Setting<Long> children = pool.count("pm.max_children");
        long most = evidence.use(children, "workers");
        if (most > FEW) {
            return evidence.pass();
        }
        Part server = servers(pool, stack).findFirst().orElseThrow();
        Setting<Long> admitted = server.count("worker_connections");
        long connections = evidence.use(admitted, "connections of one nginx worker");
        if (connections < MANY || (!children.isDeclared() && !admitted.isDeclared())) {
            return evidence.pass();
        }
        PhpParts.routesTo(pool, stack).stream()
                .limit(1)
                .forEach(route -> evidence.related(route.origin(), "where requests are passed to PHP"));
        return evidence.at(children.origin().orElse(pool.origin()))
                .finding(
                        "pool '%s' works on %d requests at once behind nginx with %d connections: %s slow requests stop the site"
                                .formatted(pool.name(), most, connections, Say.count(most + 1)),
                        "pm.max_children = memory for PHP / memory of one request; for 2 GiB and 64 MiB, 0.8 × 2048 / 64 = 25");
    }

    private static Stream<Part> servers(Part pool, Stack stack) {
        return PhpParts.routesTo(pool, stack).stream()
                .filter(route -> route.product().equals("nginx"))
                .flatMap(route -> WebParts.process(route, stack).stream())
                .distinct();
    }
}
