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
 * Traefik must let go of an idle connection before the server does.
 *
 * <p>Line: server keep-alive &gt; {@code forwardingTimeouts.idleConnTimeout}, 90 s when it is not written. Source: Traefik
 * documentation, ServersTransport.
 */
public final class TraefikIdleGtServerKeepalive implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "traefik-idle-gt-server-keepalive",
            "Traefik keeps idle connections longer than the server",
            Severity.HIGH,
            Scope.CROSS_LAYER,
            List.of(Layer.LB, Layer.APP_SERVER),
            "Traefik documentation, ServersTransport, idleConnTimeout");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.BACKEND, "traefik").filter(service -> IdleRace.hasServer(service, stack));
    }

    @Override
    public Verdict judge(Part service, Stack stack, Evidence evidence) {
        Setting<Duration> idle = service.role(Role.UPSTREAM_IDLE);
        return IdleRace.judge("Traefik", service, idle, server -> idle.origin().or(() -> server), stack, evidence);
    }
}
