package io.poolwright.audit.rules.php;

import io.poolwright.audit.Evidence;
import io.poolwright.audit.PartRule;
import io.poolwright.audit.RuleSpec;
import io.poolwright.audit.Scope;
import io.poolwright.audit.Severity;
import io.poolwright.audit.Verdict;
import io.poolwright.model.stack.Bytes;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Layer;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.util.List;
import java.util.stream.Stream;

/**
 * All workers at their memory limit must fit into the container.
 *
 * <p>Line: pm.max_children × memory_limit (128 MiB) ≤ memory of the container. Source: PHP-FPM's {@code www.conf}.
 */
public final class FpmChildrenMemory implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "fpm-children-memory",
            "PHP-FPM workers can use more memory than the container has",
            Severity.HIGH,
            Scope.CROSS_LAYER,
            List.of(Layer.PHP, Layer.ORCHESTRATOR),
            "PHP-FPM, www.conf: pm.max_children; PHP manual, memory_limit");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.FPM_POOL).filter(pool -> stack.service(pool)
                .filter(service -> service.role(Role.MEMORY_LIMIT).isDeclared())
                .isPresent());
    }

    @Override
    public Verdict judge(Part pool, Stack stack, Evidence evidence) {
        Part service = stack.service(pool).orElseThrow();
        Setting<Long> children = pool.count("pm.max_children");
        Setting<Bytes> limit = pool.bytes("memory_limit");
        long most = evidence.use(children, "workers");
        Bytes each = evidence.use(limit, "memory of one request");
        Bytes memory = evidence.use(service.role(Role.MEMORY_LIMIT), "memory of the container");
        if (each.count() == Long.MAX_VALUE) {
            return evidence.cannotTell("how much memory a request takes, for memory_limit is -1");
        }
        if (most <= memory.count() / each.count()) {
            return evidence.pass();
        }
        long fitting = Math.max(1, memory.count() * 8 / 10 / each.count());
        if (children.isDeclared()) {
            evidence.at(children).change(children, Long.toString(fitting));
        }
        return evidence.reachability("%d requests that each use their whole memory_limit get there"
                        .formatted(memory.count() / each.count() + 1))
                .finding(
                        "pool '%s' can use %d × %s = %s, and its container has %s: the kernel kills PHP under load"
                                .formatted(pool.name(), most, each, new Bytes(most * each.count()), memory),
                        "pm.max_children = %d: 0.8 × %s / %s; more if requests are measured to use less"
                                .formatted(fitting, memory, each));
    }
}
