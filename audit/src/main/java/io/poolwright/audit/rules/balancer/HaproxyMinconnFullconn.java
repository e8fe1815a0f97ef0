package io.poolwright.audit.rules.balancer;

import io.poolwright.audit.Evidence;
import io.poolwright.audit.PartRule;
import io.poolwright.audit.RuleSpec;
import io.poolwright.audit.Say;
import io.poolwright.audit.Scope;
import io.poolwright.audit.Severity;
import io.poolwright.audit.Verdict;
import io.poolwright.model.stack.Bound;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Layer;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.util.List;
import java.util.stream.Stream;

/**
 * The dynamic limit of a server must have room to move.
 *
 * <p>Line: {@code minconn} &lt; {@code maxconn} on the server, and {@code fullconn} ≥ sum of {@code maxconn}. Source: HAProxy
 * configuration manual 4.2, "fullconn", and 5.2, "minconn"; a missing or smaller maxconn is replaced by minconn.
 */
public final class HaproxyMinconnFullconn implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "haproxy-minconn-fullconn",
            "minconn without a greater maxconn, or fullconn below the servers' sum",
            Severity.LOW,
            Scope.SINGLE_FILE,
            List.of(Layer.LB),
            "HAProxy configuration manual 4.2, fullconn, and 5.2, minconn");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return Stream.concat(
                stack.all(Kind.SERVER, Haproxies.HAPROXY)
                        .filter(server -> server.isDeclared("minconn")
                                && server.count("minconn").isKnown()),
                stack.all(Kind.BACKEND, Haproxies.HAPROXY).filter(backend -> backend.isDeclared("fullconn")));
    }

    @Override
    public List<Verdict> check(Stack stack) {
        return OncePerPlace.told(PartRule.super.check(stack), stack);
    }

    @Override
    public Verdict judge(Part part, Stack stack, Evidence evidence) {
        return part.kind() == Kind.SERVER ? server(part, evidence) : backend(part, stack, evidence);
    }

    private static Verdict server(Part server, Evidence evidence) {
        Setting<Long> least = server.count("minconn");
        long minconn = evidence.use(least, "the limit at low load");
        long maxconn = evidence.use(server.count("maxconn as written"), "the limit at full load");
        if (minconn == Bound.UNLIMITED || (maxconn != Bound.UNLIMITED && minconn <= maxconn)) {
            return evidence.pass();
        }
        return evidence.at(least)
                .finding(
                        maxconn == Bound.UNLIMITED
                                ? "%s has minconn %s and no maxconn: HAProxy takes minconn for maxconn, the limit never moves"
                                        .formatted(server, Say.count(minconn))
                                : "%s has minconn %s above maxconn %s: HAProxy takes minconn for maxconn"
                                        .formatted(server, Say.count(minconn), Say.count(maxconn)),
                        "a maxconn above %d, or maxconn %d alone".formatted(minconn, minconn));
    }

    private static Verdict backend(Part backend, Stack stack, Evidence evidence) {
        Setting<Long> full = backend.count("fullconn");
        long fullconn = evidence.use(full, "the load at which the servers reach their maxconn");
        long sum = 0;
        boolean dynamic = false;
        for (Part server : Haproxies.servers(backend, stack)) {
            if (Haproxies.isLimited(server)) {
                long number = evidence.use(server.count("servers"), "the number of servers");
                sum += number * evidence.use(server.count("maxconn"), "the limit of " + server);
                dynamic |= server.isDeclared("minconn");
            }
        }
        if (fullconn >= sum) {
            return evidence.pass();
        }
        return evidence.at(full)
                .finding(
                        dynamic
                                ? "fullconn %s is below the servers' maxconn together (%s): they are at their full limit before that load comes"
                                        .formatted(Say.count(fullconn), Say.count(sum))
                                : "fullconn %s is below the servers' maxconn together (%s), and does nothing where no server has a minconn"
                                        .formatted(Say.count(fullconn), Say.count(sum)),
                        "leave fullconn out: HAProxy takes 10 % of what the frontends admit");
    }
}
