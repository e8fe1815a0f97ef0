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
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Each connection needs two file descriptors, one to the client and one to the server.
 *
 * <p>Line: open files ≥ 2 × {@code maxconn} + servers + 100. Source: HAProxy configuration manual 3.2, "maxconn" and
 * "ulimit-n". The 100 stands for listeners, health checks and the statistics socket; a starting value.
 */
public final class HaproxyMaxconnFd implements PartRule {
    private static final long MARGIN = 100;
    private static final RuleSpec SPEC = new RuleSpec(
            "haproxy-maxconn-fd",
            "File descriptors below 2 × maxconn",
            Severity.HIGH,
            Scope.CROSS_LAYER,
            List.of(Layer.LB, Layer.OS),
            "HAProxy configuration manual 3.2, maxconn and ulimit-n");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.PROXY, Haproxies.HAPROXY)
                .filter(process -> files(process, stack).isPresent() && process.isDeclared("maxconn"));
    }

    /** What limits the open files: HAProxy's own line, else its service's. */
    private static Optional<Setting<Long>> files(Part process, Stack stack) {
        return process.isDeclared("ulimit-n")
                ? Optional.of(process.count("ulimit-n"))
                : stack.service(process)
                        .map(service -> service.role(Role.OPEN_FILES))
                        .filter(Setting::isDeclared);
    }

    @Override
    public Verdict judge(Part process, Stack stack, Evidence evidence) {
        Setting<Long> limit = files(process, stack).orElseThrow();
        long files = evidence.use(limit, "files that the process may open");
        long maxconn = evidence.use(process.role(Role.ADMITTED), "connections that it takes in");
        long servers = stack.children(process, Kind.BACKEND).stream()
                .mapToLong(backend -> Haproxies.servers(backend, stack).size())
                .sum();
        long needed = 2 * maxconn + servers + MARGIN;
        if (files >= needed) {
            return evidence.pass();
        }
        return evidence.at(limit)
                .change(limit, String.valueOf(needed))
                .finding(
                        "HAProxy may open %s files, but %s connections need 2 × %s + %s + %s = %s"
                                .formatted(
                                        Say.count(files),
                                        Say.count(maxconn),
                                        Say.count(maxconn),
                                        Say.count(servers, "server"),
                                        MARGIN,
                                        Say.count(needed)),
                        "remove ulimit-n, HAProxy works it out itself; or allow at least %d open files"
                                .formatted(needed));
    }
}
