package io.poolwright.audit.rules.web;

import io.poolwright.audit.Evidence;
import io.poolwright.audit.Once;
import io.poolwright.audit.PartRule;
import io.poolwright.audit.RuleSpec;
import io.poolwright.audit.Scope;
import io.poolwright.audit.Severity;
import io.poolwright.audit.Verdict;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Layer;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.util.List;
import java.util.stream.Stream;

/**
 * One place sets one Connection header.
 *
 * <p>Line: at most one {@code proxy_set_header Connection} holds at a place. Measured on nginx 1.22: of several, every one
 * that is not empty is sent.
 */
public final class NginxDuplicateConnectionHeader implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "nginx-duplicate-connection-header",
            "Two Connection headers to the upstream",
            Severity.LOW,
            Scope.SINGLE_FILE,
            List.of(Layer.WEB),
            "nginx run: every non-empty proxy_set_header of one name is sent, an empty one is not");

    private static final String FIRST = "proxy_set_header #1";
    private static final String LAST = "proxy_set_header Connection";

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return Once.each(
                stack.all(Kind.ROUTE, "nginx")
                        .filter(route -> route.settings().find(FIRST).isPresent()),
                route -> route.text(LAST).origin());
    }

    @Override
    public Verdict judge(Part route, Stack stack, Evidence evidence) {
        Setting<String> last = route.text(LAST);
        String second = evidence.use(last, "the last Connection header");
        Setting<String> earlier = route.text(FIRST);
        String first = evidence.use(earlier, "an earlier Connection header").replaceFirst("(?i)^connection ?", "");
        if (first.equals(second)) {
            return evidence.pass();
        }
        boolean both = !first.isEmpty() && !second.isEmpty();
        return evidence.at(last)
                .finding(
                        both
                                ? "location '%s' sends two Connection headers, '%s' and '%s': what the server makes of them is undefined"
                                        .formatted(route.name(), first, second)
                                : "location '%s' sets the Connection header twice, '%s' and '%s'; the empty one is dropped and the other is always sent"
                                        .formatted(route.name(), first, second),
                        "one line: proxy_set_header Connection $connection_upgrade; with a map from $http_upgrade");
    }
}
