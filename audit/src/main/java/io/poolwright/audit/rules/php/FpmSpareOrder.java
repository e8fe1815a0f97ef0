package io.poolwright.audit.rules.php;

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
 * PHP-FPM refuses to start a dynamic pool whose bounds are out of order.
 *
 * <p>Line: 0 &lt; min_spare_servers ≤ start_servers ≤ max_spare_servers ≤ max_children, with pm = dynamic. Source: PHP-FPM's
 * {@code www.conf}; checked with {@code php-fpm -t}.
 */
public final class FpmSpareOrder implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "fpm-spare-order",
            "Spare server bounds of PHP-FPM contradict each other",
            Severity.CRITICAL,
            Scope.SINGLE_FILE,
            List.of(Layer.PHP),
            "PHP-FPM, www.conf: pm; php-fpm -t");

    private static final List<String> BOUNDS =
            List.of("pm.min_spare_servers", "pm.start_servers", "pm.max_spare_servers", "pm.max_children");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return Once.each(stack.all(Kind.FPM_POOL).filter(pool -> BOUNDS.stream().anyMatch(pool::isDeclared)));
    }

    @Override
    public Verdict judge(Part pool, Stack stack, Evidence evidence) {
        if (!evidence.use(pool.text("pm"), "how the pool grows").equals("dynamic")) {
            return evidence.pass();
        }
        Setting<Long> least = pool.count(BOUNDS.get(0));
        if (least.isKnown() && least.isDeclared() && least.get() == 0) {
            return evidence.at(least)
                    .finding(
                            "pm.min_spare_servers is 0 for pool '%s': PHP-FPM refuses to start".formatted(pool.name()),
                            "pm.min_spare_servers = 1");
        }
        for (int low = 0; low < BOUNDS.size(); low++) {
            for (int high = low + 1; high < BOUNDS.size(); high++) {
                Setting<Long> smaller = pool.count(BOUNDS.get(low));
                Setting<Long> larger = pool.count(BOUNDS.get(high));
                boolean computed = smaller.name().equals("pm.start_servers") && smaller.isKnown() && smaller.get() == 0;
                if (smaller.isKnown() && larger.isKnown() && smaller.get() > larger.get() && !computed) {
                    if (smaller.isDeclared() || larger.isDeclared()) {
                        evidence.at(smaller.isDeclared() ? smaller : larger);
                        evidence.use(smaller, smaller.name());
                        evidence.use(larger, larger.name());
                        return evidence.finding(
                                "%s %d is above %s %d for pool '%s': PHP-FPM refuses to start"
                                        .formatted(
                                                smaller.name(),
                                                smaller.get(),
                                                larger.name(),
                                                larger.get(),
                                                pool.name()),
                                "0 < min_spare <= start <= max_spare <= max_children");
                    }
                }
            }
        }
        for (String bound : BOUNDS) {
            if (!bound.equals("pm.start_servers")) {
                evidence.use(pool.count(bound), bound);
            }
        }
        return evidence.pass();
    }
}
