package io.poolwright.audit.rules.ladder;

import io.poolwright.audit.Evidence;
import io.poolwright.audit.Hops;
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
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whoever waits for somebody else must wait longer than he does.
 *
 * <p>Line: client &gt; balancer &gt; web server &gt; application's own limit, each pair of neighbours on the way. Equal times
 * count as inverted where people wrote both. Source: the timeout references of the products on the way.
 */
public final class TimeoutChainInverted implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "timeout-chain-inverted",
            "An outer timeout is not above the inner one",
            Severity.HIGH,
            Scope.CROSS_LAYER,
            List.of(Layer.CLIENT, Layer.LB, Layer.WEB, Layer.APP, Layer.APP_POOL, Layer.DRIVER, Layer.DB),
            "HAProxy configuration manual, timeout server; nginx, ngx_http_proxy_module");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    /** The inner one of each pair: what answers, and has a limit of its own. */
    @Override
    public Stream<Part> subjects(Stack stack) {
        boolean client = stack.declared().find("budget.client").isPresent();
        return stack.parts().stream()
                .filter(part -> limit(part).isPresent())
                .filter(part -> !outer(part, stack).isEmpty() || (client && isHop(part)));
    }

    private static boolean isHop(Part part) {
        return part.has(Role.RESPONSE_TIMEOUT);
    }

    private static Optional<Setting<Duration>> limit(Part part) {
        if (isHop(part)) {
            return Optional.of(part.role(Role.RESPONSE_TIMEOUT));
        }
        return part.kind() == Kind.APPLICATION && part.has(Role.REQUEST_TIMEOUT)
                ? Optional.of(part.role(Role.REQUEST_TIMEOUT)).filter(Setting::isKnown)
                : Optional.empty();
    }

    /** The hops that call what this part answers for: through the place where it takes requests in. */
    private static List<Part> outer(Part part, Stack stack) {
        Set<Part> hops = new LinkedHashSet<>(Hops.adjacent(part, stack));
        hops.remove(part);
        return List.copyOf(hops);
    }

    @Override
    public Verdict judge(Part inner, Stack stack, Evidence evidence) {
        Setting<Duration> within = limit(inner).orElseThrow();
        List<Part> around = outer(inner, stack);
        List<String> unknown = new ArrayList<>();
        if (!within.isKnown()) {
            return evidence.cannotTell(within.source().replaceFirst("^unknown: ", ""));
        }
        for (Part hop : around) {
            Setting<Duration> outer = hop.role(Role.RESPONSE_TIMEOUT);
            if (!outer.isKnown()) {
                unknown.add(outer.source().replaceFirst("^unknown: ", ""));
            } else if (inverted(outer, within)) {
                return told(inner, hop.toString() + " (" + hop.product() + ")", outer, within, evidence);
            }
        }
        Setting<Duration> client = stack.declared().duration("budget.client");
        if (around.isEmpty() && client.isKnown() && inverted(client, within)) {
            return told(inner, "the client", client, within, evidence);
        }
        return unknown.isEmpty() ? evidence.pass() : evidence.cannotTell(unknown.get(0));
    }

    /** A limit that is none is another rule's matter, and so is a pair that nobody wrote. */
    private static boolean inverted(Setting<Duration> outer, Setting<Duration> inner) {
        if (!outer.isDeclared() && !inner.isDeclared()) {
            return false;
        }
        int order = outer.get().compareTo(inner.get());
        boolean endless = Bound.isForever(inner.get());
        return !endless && (order < 0 || (order == 0 && outer.isDeclared() && inner.isDeclared()));
    }

    private static Verdict told(
            Part inner, String who, Setting<Duration> outer, Setting<Duration> within, Evidence evidence) {
        Duration waits = evidence.use(outer, "the outer limit");
        Duration works = evidence.use(within, "the inner limit");
        return evidence.at(outer.isDeclared() ? outer : within)
                .finding(
                        "%s waits %s (%s) for %s, which may take %s (%s): the caller leaves %s and the work goes on"
                                .formatted(
                                        who,
                                        Say.time(waits),
                                        outer.name(),
                                        inner,
                                        Say.time(works),
                                        within.name(),
                                        waits.equals(works) ? "at the same moment" : "first"),
                        "an outer limit above %s, or an inner one of at most %s: a tenth less on each step inward"
                                .formatted(Say.time(works), Say.time(tenthLess(waits))));
    }

    private static Duration tenthLess(Duration time) {
        long millis = time.toMillis() / 10 * 9;
        return Duration.ofMillis(millis >= 2000 ? millis / 1000 * 1000 : millis);
    }
}
