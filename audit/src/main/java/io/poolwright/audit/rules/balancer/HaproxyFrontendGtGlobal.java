package io.poolwright.audit.rules.balancer;

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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The process must take in what its frontends take in together.
 *
 * <p>Line: sum of the frontends' written {@code maxconn} ≤ global {@code maxconn}, in connections. Frontends that only show
 * statistics are left out. Source: HAProxy configuration manual 3.2 and 4.2, "maxconn".
 */
public final class HaproxyFrontendGtGlobal implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "haproxy-frontend-gt-global",
            "Frontends may take in more than the process",
            Severity.HIGH,
            Scope.SINGLE_FILE,
            List.of(Layer.LB),
            "HAProxy configuration manual 3.2 and 4.2, maxconn");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.PROXY, Haproxies.HAPROXY)
                .filter(process -> process.isDeclared("maxconn")
                        && !limited(process, stack).isEmpty());
    }

    private static List<Part> limited(Part process, Stack stack) {
        return stack.children(process, Kind.FRONTEND).stream()
                .filter(frontend -> frontend.isDeclared("maxconn") && !Haproxies.isStatisticsOnly(frontend))
                .toList();
    }

    @Override
    public Verdict judge(Part process, Stack stack, Evidence evidence) {
        Setting<Long> global = process.role(Role.ADMITTED);
        long limit = evidence.use(global, "the limit of the process");
        long sum = 0;
        long greatest = 0;
        boolean unknown = false;
        List<String> terms = new ArrayList<>();
        for (Part frontend : limited(process, stack)) {
            Setting<Long> own = frontend.role(Role.ADMITTED);
            if (!own.isKnown()) {
                unknown = true;
                continue;
            }
            long count = evidence.use(own, "the limit of " + frontend);
            evidence.related(frontend.origin(), frontend.toString());
            terms.add("'%s' %s".formatted(frontend.name(), Say.count(count)));
            sum += count;
            greatest = Math.max(greatest, count);
        }
        if (sum <= limit) {
            return unknown ? evidence.cannotTell("maxconn of a frontend") : evidence.pass();
        }
        if (greatest <= limit) {
            evidence.severity(Severity.MEDIUM);
        }
        return evidence.at(global)
                .change(global, String.valueOf(sum))
                .finding(
                        "The frontends may take in %s connections (%s), the process only %s: one busy frontend can leave nothing for the others"
                                .formatted(Say.count(sum), String.join(" + ", terms), Say.count(limit)),
                        "global maxconn %d, or lower the frontends".formatted(sum));
    }
}
