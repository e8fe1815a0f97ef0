package io.poolwright.audit.rules.balancer;

import io.poolwright.audit.Change;
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
 * A frontend that speaks HTTP must limit the time for a whole request.
 *
 * <p>Line: {@code timeout http-request} is set and not 0. Source: HAProxy configuration manual 4.2, "timeout
 * http-request": the client's time starts afresh with every byte.
 */
public final class HaproxyNoHttpRequestTimeout implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "haproxy-no-http-request-timeout",
            "No timeout for a whole HTTP request",
            Severity.HIGH,
            Scope.SINGLE_FILE,
            List.of(Layer.LB),
            "HAProxy configuration manual 4.2, timeout http-request");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.FRONTEND, Haproxies.HAPROXY)
                .filter(frontend -> Haproxies.isMode(frontend, "http") && !Haproxies.isStatisticsOnly(frontend));
    }

    @Override
    public List<Verdict> check(Stack stack) {
        return OncePerPlace.told(PartRule.super.check(stack), stack, finding -> stack.part(finding.subject())
                .map(part -> List.of(part.text("defaults").get(), part.origin().file()))
                .orElseThrow());
    }

    @Override
    public Verdict judge(Part frontend, Stack stack, Evidence evidence) {
        Setting<Duration> whole = frontend.duration("timeout http-request");
        Duration time = evidence.use(whole, "the time for a whole request");
        if (!Bound.isForever(time)) {
            return evidence.pass();
        }
        if (isPrivate(frontend)) {
            evidence.severity(Severity.INFO).reachability("it listens on its own machine only");
        }
        Optional<Origin> defaults = frontend.text("defaults").origin();
        defaults.ifPresent(at -> evidence.related(at, "the defaults section that it inherits from"));
        if (whole.isDeclared()) {
            evidence.at(whole).change(whole, "10s");
        } else {
            evidence.at(frontend.origin())
                    .change(new Change(
                            Change.Kind.ADD_AFTER,
                            defaults.orElse(frontend.origin()),
                            "timeout http-request",
                            "",
                            "timeout http-request 10s"));
        }
        return evidence.finding(
                "%s has no timeout http-request: a client that sends one byte now and then keeps its slot, for timeout client only counts silence"
                        .formatted(frontend),
                "timeout http-request 10s in its defaults section; 5s to 10s is enough for headers over slow networks");
    }

    private static boolean isPrivate(Part frontend) {
        return !frontend.listens().isEmpty()
                && frontend.listens().stream()
                        .allMatch(at -> at.host().startsWith("127.")
                                || at.host().equals("localhost")
                                || at.host().equals("::1"));
    }
}
