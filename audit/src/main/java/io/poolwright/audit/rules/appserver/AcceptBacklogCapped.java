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
import java.util.List;
import java.util.stream.Stream;

/**
 * A backlog above net.core.somaxconn is cut to it without a word.
 *
 * <p>Line: accept-count, listen.backlog ≤ net.core.somaxconn of the container. Source: Linux manual page listen(2).
 */
public final class AcceptBacklogCapped implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "accept-backlog-capped",
            "Accept backlog above what the kernel allows",
            Severity.LOW,
            Scope.CROSS_LAYER,
            List.of(Layer.APP_SERVER, Layer.OS),
            "Linux manual page listen(2); net.core.somaxconn");

    private static final String SOMAXCONN = "sysctls.net.core.somaxconn";

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return Stream.concat(stack.all(Kind.APP_SERVER), stack.all(Kind.FPM_POOL))
                .filter(part -> backlog(part).isDeclared())
                .filter(part -> stack.service(part)
                        .filter(service -> service.settings().find(SOMAXCONN).isPresent())
                        .isPresent());
    }

    private static Setting<Long> backlog(Part part) {
        return part.kind() == Kind.APP_SERVER
                        || part.settings().find("listen.backlog").isEmpty()
                ? part.role(Role.ACCEPT_COUNT)
                : part.count("listen.backlog");
    }

    @Override
    public Verdict judge(Part part, Stack stack, Evidence evidence) {
        Setting<Long> backlog = backlog(part);
        long wanted = evidence.use(backlog, "the backlog");
        Setting<String> kernel = stack.service(part).orElseThrow().text(SOMAXCONN);
        String text = evidence.use(kernel, "the kernel's limit").strip();
        if (!text.matches("[0-9]{1,9}")) {
            return evidence.cannotTell("net.core.somaxconn: '%s' is not a number".formatted(text));
        }
        long allowed = Long.parseLong(text);
        if (wanted <= allowed) {
            return evidence.pass();
        }
        return evidence.change(kernel, Long.toString(wanted))
                .finding(
                        "%s of '%s' asks for a backlog of %s; the kernel of its container cuts it to %s (net.core.somaxconn)"
                                .formatted(backlog.name(), part.name(), Say.count(wanted), Say.count(allowed)),
                        "net.core.somaxconn %d, or a backlog of %d".formatted(wanted, allowed));
    }
}
