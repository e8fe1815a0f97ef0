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
 * The pod must live longer than its preStop hook and the application's shutdown together.
 *
 * <p>Line: preStop + timeout-per-shutdown-phase &lt; terminationGracePeriodSeconds. Source: Kubernetes documentation, "Container
 * Lifecycle Hooks": the hook's time counts; Spring Boot configuration metadata (30 s).
 */
public final class GracefulShutdownVsGrace implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "graceful-shutdown-vs-grace",
            "Shutdown phases do not fit the pod grace period",
            Severity.HIGH,
            Scope.CROSS_LAYER,
            List.of(Layer.APP_SERVER, Layer.ORCHESTRATOR),
            "Spring Boot configuration metadata, spring.lifecycle.timeout-per-shutdown-phase; Kubernetes documentation, Container Lifecycle Hooks");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.APPLICATION, "spring-boot")
                .filter(application -> Programs.server(application, stack).isPresent())
                .filter(application -> stack.service(application)
                        .filter(service -> service.product().equals("kubernetes"))
                        .filter(service -> isWritten(application, service))
                        .isPresent());
    }

    private static boolean isWritten(Part application, Part service) {
        return service.role(Role.PRE_STOP).isDeclared()
                || service.role(Role.GRACE_PERIOD).isDeclared()
                || application.role(Role.SHUTDOWN_TIMEOUT).isDeclared();
    }

    @Override
    public Verdict judge(Part application, Stack stack, Evidence evidence) {
        Part service = stack.service(application).orElseThrow();
        Setting<String> shutdown = application.text("server.shutdown");
        if (!evidence.use(shutdown, "how the server stops").equals("graceful")) {
            return evidence.pass();
        }
        Setting<Duration> phase = application.role(Role.SHUTDOWN_TIMEOUT);
        Setting<Duration> hook = service.role(Role.PRE_STOP);
        Setting<Duration> grace = service.role(Role.GRACE_PERIOD);
        Duration drain = evidence.use(phase, "the longest shutdown phase");
        Duration before = evidence.use(hook, "the preStop hook");
        Duration allowed = evidence.use(grace, "the pod's grace period");
        Duration needed = before.plus(drain);
        if (needed.compareTo(allowed) < 0) {
            return evidence.pass();
        }
        Duration fresh = needed.plusSeconds(5);
        return evidence.at(grace.isDeclared() ? grace : hook.isDeclared() ? hook : phase)
                .change(grace, Long.toString(fresh.toSeconds()))
                .finding(
                        "'%s' may need %s to stop (preStop %s + a phase of %s); its pod is killed after %s, requests and sessions with it"
                                .formatted(
                                        application.name(),
                                        Say.time(needed),
                                        Say.time(before),
                                        Say.time(drain),
                                        Say.time(allowed)),
                        "terminationGracePeriodSeconds %d (preStop + phase + 5 s), or a shorter phase"
                                .formatted(fresh.toSeconds()));
    }
}
