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
 * A proxied request needs two open files, one to the client and one to the server.
 *
 * <p>Line: worker_rlimit_nofile ≥ 2 × worker_connections. Source: nginx, {@code ngx_core_module}.
 */
public final class NginxRlimitLtConnections implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "nginx-rlimit-lt-connections",
            "worker_rlimit_nofile is below twice worker_connections",
            Severity.HIGH,
            Scope.SINGLE_FILE,
            List.of(Layer.WEB, Layer.OS),
            "nginx documentation, ngx_core_module worker_rlimit_nofile, worker_connections");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return Once.each(
                stack.all(Kind.PROXY, "nginx").filter(proxy -> proxy.isDeclared("worker_rlimit_nofile")),
                proxy -> proxy.count("worker_rlimit_nofile").origin());
    }

    @Override
    public Verdict judge(Part proxy, Stack stack, Evidence evidence) {
        Setting<Long> limit = proxy.count("worker_rlimit_nofile");
        long files = evidence.use(limit, "open files that one worker may have");
        long connections = evidence.use(proxy.count("worker_connections"), "connections of one worker");
        if (files >= 2 * connections) {
            return evidence.pass();
        }
        long enough = 2 * connections + 1024;
        return evidence.change(limit, Long.toString(enough))
                .finding(
                        "worker_rlimit_nofile %d gives a worker fewer files than its %d connections can need (2 × %d = %d): accepts fail with 'Too many open files' before worker_connections is reached"
                                .formatted(files, connections, connections, 2 * connections),
                        "worker_rlimit_nofile %d: 2 × %d + 1024 for logs and files".formatted(enough, connections));
    }
}
