package io.poolwright.audit.rules.appserver;

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
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * A container must live as long as its application needs to stop.
 *
 * <p>Line: stop_grace_period (10 s) ≥ timeout-per-shutdown-phase (30 s), where the server stops gracefully. Source: Compose
 * specification; Spring Boot configuration metadata.
 */
public final class ComposeStopGrace implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "compose-stop-grace",
            "Compose stop_grace_period below the shutdown time",
            Severity.MEDIUM,
            Scope.CROSS_LAYER,
            List.of(Layer.APP_SERVER, Layer.ORCHESTRATOR),
            "Compose specification, stop_grace_period (10s)");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.APPLICATION, "spring-boot")
                .filter(application -> Programs.server(application, stack).isPresent())
                .filter(application -> stack.service(application)
                        .filter(service -> service.product().equals("compose"))
                        .filter(service -> isWritten(application, service))
                        .isPresent());
    }

    private static boolean isWritten(Part application, Part service) {
        return service.role(Role.GRACE_PERIOD).isDeclared()
                || application.role(Role.SHUTDOWN_TIMEOUT).isDeclared()
                || application.text("server.shutdown").isDeclared();
    }

    @Override
    public Verdict judge(Part application, Stack stack, Evidence evidence) {
        Part service = stack.service(application).orElseThrow();
        Setting<String> shutdown = application.text("server.shutdown");
        if (!evidence.use(shutdown, "how the server stops").equals("graceful")) {
            return evidence.pass();
        }
        Setting<Duration> phase = application.role(Role.SHUTDOWN_TIMEOUT);
        Setting<Duration> grace = service.role(Role.GRACE_PERIOD);
        Duration drain = evidence.use(phase, "the longest shutdown phase");
        Duration allowed = evidence.use(grace, "the time until the container is killed");
        if (allowed.compareTo(drain) >= 0) {
            return evidence.pass();
        }
        Duration fresh = drain.plusSeconds(5);
        return evidence.at(grace.isDeclared() ? grace.origin().orElseThrow() : service.origin())
                .change(grace, fresh.toSeconds() + "s")
                .finding(
                        "'%s' takes up to %s to finish its requests; Compose kills its container after %s"
                                .formatted(application.name(), Say.time(drain), Say.time(allowed)),
                        "stop_grace_period: %ds (the phase + 5 s), or timeout-per-shutdown-phase below %s"
                                .formatted(fresh.toSeconds(), Say.time(allowed)));
    }
}
