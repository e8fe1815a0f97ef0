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
 * WP-Cron starts in page requests and calls the site itself.
 *
 * <p>Line: DISABLE_WP_CRON is true, or pm.max_children is above 10. Source: WordPress, {@code spawn_cron}: the page sends a
 * request to wp-cron.php without waiting for it, which takes a worker of its own.
 */
public final class WpCronInline implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "wp-cron-inline",
            "WP-Cron takes a second worker of a small pool",
            Severity.MEDIUM,
            Scope.CROSS_LAYER,
            List.of(Layer.WORDPRESS, Layer.PHP),
            "WordPress, wp-includes/cron.php spawn_cron");

    private static final long FEW = 10; // a starting value: one worker in ten

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return Once.each(stack.all(Kind.WORDPRESS)
                .filter(site -> site.settings().find("DISABLE_WP_CRON").isPresent())
                .filter(site -> PhpParts.poolOf(site, stack).isPresent()));
    }

    @Override
    public Verdict judge(Part site, Stack stack, Evidence evidence) {
        Setting<Boolean> disabled = site.flag("DISABLE_WP_CRON");
        if (evidence.use(disabled, "whether WP-Cron is off in page requests")) {
            return evidence.pass();
        }
        Part pool = PhpParts.poolOf(site, stack).orElseThrow();
        Setting<Long> children = pool.count("pm.max_children");
        long workers = evidence.use(children, "workers");
        if (workers > FEW) {
            return evidence.pass();
        }
        evidence.related(site.origin(), "the WordPress that runs there");
        return evidence.change(disabled, "true")
                .finding(
                        "page requests start WP-Cron, whose request to the site itself takes one of only %d workers of pool '%s'"
                                .formatted(workers, pool.name()),
                        "define( 'DISABLE_WP_CRON', true ); in wp-config.php, and wp-cron.php from the system's cron");
    }
}
