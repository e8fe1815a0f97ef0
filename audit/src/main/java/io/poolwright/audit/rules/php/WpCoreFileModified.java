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
 * The bootstrap of WordPress is no configuration file.
 *
 * <p>Line: wp-settings.php defines no value of the site and includes nothing from outside. Source: WordPress, {@code
 * wp-settings.php}.
 */
public final class WpCoreFileModified implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "wp-core-file-modified",
            "wp-settings.php holds what belongs into wp-config.php",
            Severity.HIGH,
            Scope.SINGLE_FILE,
            List.of(Layer.WORDPRESS),
            "WordPress, wp-settings.php and default-constants.php");

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
        List<Setting<?>> foreign = core.settings().all().stream()
                .filter(setting -> setting.name().startsWith("foreign "))
                .toList();
        if (foreign.isEmpty()) {
            return evidence.cannotTell(
                    "whether %s is the file of the release: run wp core verify-checksums".formatted(core.name()));
        }
        Setting<?> first = foreign.get(0);
        evidence.at(first);
        foreign.stream().skip(1).forEach(other -> other.origin()
                .ifPresent(origin -> evidence.related(origin, other.name().substring("foreign ".length()))));
        return evidence.finding(
                "wp-settings.php is a core file and was changed (%s): the next update undoes it, and it overrides no environment"
                        .formatted(String.join(
                                ", ",
                                foreign.stream()
                                        .map(one -> one.name().substring("foreign ".length()))
                                        .toList())),
                "move it to wp-config.php and restore the core file");
    }
}
