package io.poolwright.audit.rules.ladder;

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
import io.poolwright.model.stack.Role;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A program with a small share of the processor cannot keep a large pool busy.
 *
 * <p>Line: pool ≤ 20 × cores of the copy; a starting value, far above the few connections for each core that HikariCP's README
 * advises. Source: HikariCP, “About Pool Sizing”.
 */
public final class CpuVsPool implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "cpu-vs-pool",
            "Pool far above the processor share",
            Severity.LOW,
            Scope.CROSS_LAYER,
            List.of(Layer.APP_POOL, Layer.ORCHESTRATOR),
            "HikariCP wiki, About Pool Sizing");
    private static final int MOST_PER_CORE = 20;
    private static final int ADVISED_PER_CORE = 10;

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return stack.all(Kind.POOL).filter(pool -> pool.has(Role.POOL_MAX)).filter(pool -> stack.service(pool)
                .filter(service -> service.role(Role.CPU_LIMIT).isDeclared())
                .isPresent());
    }

    @Override
    public Verdict judge(Part pool, Stack stack, Evidence evidence) {
        Setting<Double> limit = stack.service(pool).orElseThrow().role(Role.CPU_LIMIT);
        long size = evidence.use(pool.role(Role.POOL_MAX), "the pool's maximum");
        double cores = evidence.use(limit, "the processor share of one copy");
        if (size == Bound.UNLIMITED || size <= MOST_PER_CORE * cores) {
            return evidence.pass();
        }
        long advised = Math.max(2, (long) Math.floor(ADVISED_PER_CORE * cores));
        evidence.change(pool.role(Role.POOL_MAX), String.valueOf(advised));
        return evidence.finding(
                "'%s' may hold %s connections with %s of a processor core: more than %d for each core wait for the processor while they hold a connection"
                        .formatted(pool.name(), Say.count(size), plain(cores), MOST_PER_CORE),
                "at most %s connections (%d × %s cores)".formatted(Say.count(advised), ADVISED_PER_CORE, plain(cores)));
    }

    private static String plain(double cores) {
        return cores == Math.rint(cores)
                ? String.valueOf((long) cores)
                : String.format(Locale.ROOT, "%.3f", cores).replaceAll("0+$", "");
    }
}
