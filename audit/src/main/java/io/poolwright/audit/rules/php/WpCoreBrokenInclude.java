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
 * The bootstrap of WordPress must find every file that it requires.
 *
 * <p>Line: each require of wp-settings.php names an existing file that ends in .php. Source: WordPress, {@code
 * wp-settings.php}.
 */
public final class WpCoreBrokenInclude implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "wp-core-broken-include",
            "wp-settings.php requires a file that does not exist",
            Severity.CRITICAL,
            Scope.SINGLE_FILE,
            List.of(Layer.WORDPRESS),
            "WordPress, wp-settings.php");

    private static final String BROKEN = "broken include ";

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return Once.each(stack.all(Kind.WORDPRESS)
                .filter(core -> core.settings().find("wp-includes").isPresent()));
    }

    @Override
    public Verdict judge(Part core, Stack stack, Evidence evidence) {
        List<Setting<?>> broken = core.settings().all().stream()
                .filter(setting -> setting.name().startsWith(BROKEN))
                .toList();
        if (broken.isEmpty()) {
            evidence.use(core.flag("wp-includes"), "the folder wp-includes");
            return evidence.pass();
        }
        Setting<?> first = broken.get(0);
        evidence.at(first);
        broken.stream().skip(1).forEach(other -> other.origin()
                .ifPresent(origin -> evidence.related(origin, other.name().substring(BROKEN.length()))));
        return evidence.finding(
                "wp-settings.php includes '%s', which %s: every page of the site ends as an empty 500"
                        .formatted(first.name().substring(BROKEN.length()), first.get()),
                "restore the core file: wp core verify-checksums, then wp core download --force --skip-content");
    }
}
