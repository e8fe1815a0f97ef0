package io.poolwright.audit.rules.balancer;

import io.poolwright.audit.Evidence;
import io.poolwright.audit.PartRule;
import io.poolwright.audit.RuleSpec;
import io.poolwright.audit.Scope;
import io.poolwright.audit.Severity;
import io.poolwright.audit.Verdict;
import io.poolwright.model.Origin;
import io.poolwright.model.stack.Bound;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Layer;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Traefik should not wait for ever for a server's answer.
 *
 * <p>Line: {@code forwardingTimeouts.responseHeaderTimeout} is set and not 0. Source: Traefik documentation,
 * ServersTransport. Where nobody wrote any forwarding timeout it is no more than a remark.
 */
public final class TraefikResponseHeaderTimeout implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "traefik-response-header-timeout",
            "Traefik waits for ever for response headers",
            Severity.MEDIUM,
            Scope.SINGLE_FILE,
            List.of(Layer.LB),
            "Traefik documentation, ServersTransport, responseHeaderTimeout");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        Stream<Part> processes = stack.all(Kind.PROXY, "traefik").filter(process -> {
            Setting<Boolean> fixed = process.flag("static");
            return written(process).isPresent() || (fixed.isKnown() && fixed.get());
        });
        return Stream.concat(processes, stack.all(Kind.BACKEND, "traefik").filter(service -> own(service, stack)));
    }

    /** Whether a service has a transport of its own, and does not only inherit the one of the process. */
    private static boolean own(Part service, Stack stack) {
        Optional<Origin> ofProcess = stack.parent(service).flatMap(TraefikResponseHeaderTimeout::written);
        return written(service).isPresent() && !written(service).equals(ofProcess);
    }

    private static Optional<Origin> written(Part part) {
        return Stream.of("responseHeaderTimeout", "idleConnTimeout", "dialTimeout")
                .flatMap(name -> part.duration(name).origin().stream())
                .findFirst();
    }

    @Override
    public List<Verdict> check(Stack stack) {
        return OncePerPlace.told(PartRule.super.check(stack), stack);
    }

    @Override
    public Verdict judge(Part part, Stack stack, Evidence evidence) {
        Setting<Duration> header = part.duration("responseHeaderTimeout");
        if (!Bound.isForever(evidence.use(header, "the longest wait for an answer"))) {
            return evidence.pass();
        }
        Optional<Origin> beside = written(part);
        if (beside.isEmpty()) {
            evidence.severity(Severity.INFO);
        }
        return evidence.at(header.origin().or(() -> beside).orElse(part.origin()))
                .change(header, "30s")
                .finding(
                        header.isDeclared()
                                ? "responseHeaderTimeout 0 lets Traefik wait for ever for a server that does not answer"
                                : "responseHeaderTimeout is not written, so Traefik waits for ever for a server that does not answer",
                        "responseHeaderTimeout as long as the slowest answer may take, such as 30s");
    }
}
