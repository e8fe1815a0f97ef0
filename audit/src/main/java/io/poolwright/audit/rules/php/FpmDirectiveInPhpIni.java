package io.poolwright.audit.rules.php;

import io.poolwright.audit.Evidence;
import io.poolwright.audit.Once;
import io.poolwright.audit.PartRule;
import io.poolwright.audit.RuleSpec;
import io.poolwright.audit.Scope;
import io.poolwright.audit.Severity;
import io.poolwright.audit.Verdict;
import io.poolwright.model.Origin;
import io.poolwright.model.stack.Kind;
import io.poolwright.model.stack.Layer;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * PHP ignores in its ini files what belongs into a pool file of PHP-FPM.
 *
 * <p>Line: no request_terminate_timeout, pm.*, listen.* and their kin in php.ini. Source: PHP-FPM's {@code www.conf}.
 */
public final class FpmDirectiveInPhpIni implements PartRule {
    private static final RuleSpec SPEC = new RuleSpec(
            "fpm-directive-in-php-ini",
            "A directive of PHP-FPM pools stands in php.ini",
            Severity.MEDIUM,
            Scope.SINGLE_FILE,
            List.of(Layer.PHP),
            "PHP-FPM, www.conf; PHP manual, list of php.ini directives");

    private static final Pattern POOL =
            Pattern.compile("request_(?:terminate|slowlog)_timeout.*|pm|pm\\.[a-z_]+|slowlog"
                    + "|listen(?:\\.[a-z_]+)?|catch_workers_output|process_control_timeout|rlimit_files");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public Stream<Part> subjects(Stack stack) {
        return Once.each(stack.all(Kind.PHP));
    }

    @Override
    public Verdict judge(Part ini, Stack stack, Evidence evidence) {
        List<Setting<?>> strays = ini.settings().all().stream()
                .filter(setting -> POOL.matcher(setting.name()).matches())
                .sorted(Comparator.comparing(
                        setting -> setting.origin().map(Origin::line).orElse(0)))
                .toList();
        if (strays.isEmpty()) {
            return evidence.pass();
        }
        Setting<?> first = strays.get(0);
        evidence.at(first);
        strays.stream().skip(1).forEach(other -> other.origin()
                .ifPresent(origin -> evidence.related(origin, other.name())));
        String names = String.join(", ", strays.stream().map(Setting::name).toList());
        return evidence.finding(
                "%s in %s has no effect: it is a setting of PHP-FPM pools, and PHP ignores it here"
                        .formatted(names, ini.name()),
                "move it into the pool's section, such as [www] in www.conf");
    }
}
