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
 * A constant must be defined before WordPress is loaded.
 *
 * <p>Line: in wp-config.php no define of a constant that WordPress uses while it loads stands after the require of
 * wp-settings.php. Source: WordPress, {@code default-constants.php}.
 */
public final class WpConfigAfterSettings implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "wp-config-after-settings",
            "Constants defined after WordPress is loaded",
            Severity.HIGH,
            Scope.SINGLE_FILE,
            List.of(Layer.WORDPRESS),
            "WordPress, wp-settings.php and wp-includes/default-constants.php");

    private static final String LATE = "late define ";

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return Once.each(stack.all(Kind.WORDPRESS)
                .filter(config -> config.settings().find("DB_HOST").isPresent()));
    }

    @Override
    public Verdict judge(Part config, Stack stack, Evidence evidence) {
        List<Setting<?>> late = config.settings().all().stream()
                .filter(setting -> setting.name().startsWith(LATE))
                .toList();
        if (late.isEmpty()) {
            return evidence.pass();
        }
        Setting<?> first = late.get(0);
        evidence.at(first);
        config.text("require wp-settings.php")
                .origin()
                .ifPresent(origin -> evidence.related(origin, "where WordPress is loaded"));
        late.stream().skip(1).forEach(other -> other.origin()
                .ifPresent(origin -> evidence.related(origin, other.name().substring(LATE.length()))));
        String names = String.join(
                ", ",
                late.stream().map(one -> one.name().substring(LATE.length())).toList());
        return evidence.finding(
                "%s: defined after wp-settings.php is loaded, when WordPress has already set or used %s"
                        .formatted(names, late.size() == 1 ? "it" : "them"),
                "move the line above require_once ABSPATH . 'wp-settings.php'");
    }
}
