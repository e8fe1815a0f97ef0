package io.poolwright.audit.rules.ladder;

import io.poolwright.audit.Confidence;
import io.poolwright.audit.Finding;
import io.poolwright.audit.Rule;
import io.poolwright.audit.RuleSpec;
import io.poolwright.audit.Scope;
import io.poolwright.audit.Severity;
import io.poolwright.audit.Verdict;
import io.poolwright.model.Origin;
import io.poolwright.model.stack.Layer;
import io.poolwright.model.stack.Part;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A setting whose value is a placeholder that no file resolves is not known, and what hangs on it cannot be judged.
 *
 * <p>Line: every placeholder of a pool, a limit, a time or an address has a default or a value in the files. Source: Spring
 * Boot reference, “Property placeholders”; compose specification, “Interpolation”.
 */
public final class PlaceholderUnresolved implements Rule {
    private static final RuleSpec SPEC = new RuleSpec(
            "placeholder-unresolved",
            "Placeholder without a value or a default",
            Severity.INFO,
            Scope.SINGLE_FILE,
            List.of(Layer.ANY),
            "Spring Boot reference, property placeholders; compose specification, interpolation");

    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\$\\{?([A-Za-z_][A-Za-z0-9_.-]*)|\\(([A-Za-z_][A-Za-z0-9_.-]*) is not in the files\\)");
    private static final Pattern MATTERS = Pattern.compile(
            "(?i)pool|timeout|time-out|thread|worker|conn|max|min[-_]?idle|size|limit|replica|cpu|jdbc|url|host|port|lifetime|interval");
    private static final Pattern SECRET = Pattern.compile("(?i)password|passwd|secret|token|credential|_key$");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public List<Verdict> check(Stack stack) {
        Map<Origin, Verdict> verdicts = new LinkedHashMap<>();
        for (Part part : stack.parts()) {
            for (Setting<?> setting : part.settings().all()) {
                if (setting.isKnown() || setting.origin().isEmpty()) {
                    continue;
                }
                Matcher name = PLACEHOLDER.matcher(setting.source());
                boolean matters = MATTERS.matcher(setting.name()).find()
                        && !SECRET.matcher(setting.name()).find();
                if (matters && name.find()) {
                    String variable = name.group(1) == null ? name.group(2) : name.group(1);
                    verdicts.putIfAbsent(setting.origin().get(), finding(part, setting, variable));
                }
            }
        }
        return List.copyOf(verdicts.values());
    }

    private static Finding finding(Part part, Setting<?> setting, String variable) {
        String name = setting.name().replaceFirst("^env ", "");
        return new Finding(
                SPEC.id(),
                SPEC.severity(),
                Confidence.EXPLICIT,
                Optional.empty(),
                part.id(),
                setting.origin().orElse(part.origin()),
                "%s of %s is ${%s}, which no file gives a value and which has no default; what hangs on it cannot be judged"
                        .formatted(name, part, variable),
                "a default beside the name, as in ${%s:-…} or ${%s:…}, or a value in the .env file"
                        .formatted(variable, variable),
                List.of(),
                List.of());
    }
}
