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
 * Envoy must let go of an idle connection before the server does.
 *
 * <p>Line: server keep-alive &gt; {@code idle_timeout} of the cluster, one hour when it is not written. Source: Envoy,
 * {@code HttpProtocolOptions.idle_timeout}.
 */
public final class EnvoyIdleGtServerKeepalive implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "envoy-idle-gt-server-keepalive",
            "Envoy keeps idle connections longer than the server",
            Severity.HIGH,
            Scope.CROSS_LAYER,
            List.of(Layer.LB, Layer.APP_SERVER),
            "Envoy FAQ, How do I configure timeouts?");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.BACKEND, "envoy").filter(cluster -> IdleRace.hasServer(cluster, stack));
    }

    @Override
    public Verdict judge(Part cluster, Stack stack, Evidence evidence) {
        Setting<Duration> idle = cluster.role(Role.UPSTREAM_IDLE);
        if (!idle.isDeclared()) {
            evidence.related(cluster.origin(), "the cluster without an idle_timeout");
        }
        return IdleRace.judge("Envoy", cluster, idle, server -> idle.origin(), stack, evidence);
    }
}
