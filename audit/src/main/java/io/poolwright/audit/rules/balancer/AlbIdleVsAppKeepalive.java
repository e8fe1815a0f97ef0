package io.poolwright.audit.rules.balancer;

import io.poolwright.audit.Evidence;
import io.poolwright.audit.PartRule;
import io.poolwright.audit.RuleSpec;
import io.poolwright.audit.Scope;
import io.poolwright.audit.Severity;
import io.poolwright.audit.Verdict;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Layer;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * A server behind an Application Load Balancer must keep idle connections longer than the balancer.
 *
 * <p>Line: server keep-alive &gt; {@code idle_timeout}, 60 s when it is not written. Source: AWS, Elastic Load Balancing,
 * "HTTP 502: Bad gateway".
 */
public final class AlbIdleVsAppKeepalive implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "alb-idle-vs-app-keepalive",
            "The program's keep-alive is not above the ALB's idle timeout",
            Severity.HIGH,
            Scope.CROSS_LAYER,
            List.of(Layer.LB, Layer.APP_SERVER),
            "AWS, Elastic Load Balancing, Troubleshoot your Application Load Balancers");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.ROUTE, "aws-alb").filter(route -> IdleRace.hasServer(route, stack));
    }

    @Override
    public Verdict judge(Part route, Stack stack, Evidence evidence) {
        Setting<Duration> idle = route.role(Role.UPSTREAM_IDLE);
        return IdleRace.judge("The ALB", route, idle, server -> server.or(idle::origin), stack, evidence);
    }
}
