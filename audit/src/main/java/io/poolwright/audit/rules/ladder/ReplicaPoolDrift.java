package io.poolwright.audit.rules.ladder;

import io.poolwright.audit.Confidence;
import io.poolwright.audit.Finding;
import io.poolwright.audit.Related;
import io.poolwright.audit.Rule;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Replicas of one program must have the same pool, timeout and thread settings.
 *
 * <p>Line: services with the same image or build and the same command, whose names differ in a number or a letter only, agree in
 * every variable that names a pool, a timeout or threads. A key written beside a YAML merge replaces the merged mapping whole,
 * which is how one replica loses its settings. Source: YAML merge key; compose specification, “Fragments”.
 */
public final class ReplicaPoolDrift implements Rule {
    private static final RuleSpec SPEC = new RuleSpec(
            "replica-pool-drift",
            "Replicas of one image have different pool settings",
            Severity.MEDIUM,
            Scope.CROSS_LAYER,
            List.of(Layer.ORCHESTRATOR, Layer.APP_POOL),
            "YAML merge key; compose specification, fragments");
    private static final Pattern OF_A_POOL = Pattern.compile(
            "(?i)pool|timeout|time_out|threads?|workers?|concurrency|max_?conn|conn(?:ection)?s?_?(?:max|limit)|lifetime|idle|keep_?alive");
    private static final Pattern ROLE = Pattern.compile("(?i)profiles?_active|^role$|_role$|^mode$");
    private static final Pattern LAST = Pattern.compile("[-_.]?(?:[0-9]+|[a-z]|blue|green|one|two|three)$");

    @Override
    public RuleSpec spec() {
        return SPEC;
    }

    @Override
    public List<Verdict> check(Stack stack) {
        Map<String, List<Part>> groups = new LinkedHashMap<>();
        stack.all(Kind.SERVICE).forEach(service -> program(service)
                .ifPresent(program -> groups.computeIfAbsent(program, key -> new ArrayList<>())
                        .add(service)));
        List<Verdict> verdicts = new ArrayList<>();
        groups.values().stream().filter(group -> group.size() > 1).forEach(group -> verdicts.addAll(compared(group)));
        return verdicts;
    }

    /** What replicas have in common; empty when the image is not known. */
    private static Optional<String> program(Part service) {
        String stem = LAST.matcher(service.name().toLowerCase(Locale.ROOT)).replaceFirst("");
        Optional<String> image = known(service, "build").or(() -> known(service, "image"));
        return stem.isEmpty() || stem.equals(service.name().toLowerCase(Locale.ROOT))
                ? image.map(one -> key(service, service.name(), one))
                : image.map(one -> key(service, stem, one));
    }

    private static String key(Part service, String stem, String image) {
        return String.join(
                "\n",
                known(service, "project").orElse(""),
                stem,
                image,
                known(service, "command").orElse(""));
    }

    private static Optional<String> known(Part service, String name) {
        return service.settings().find(name).filter(Setting::isKnown).map(one -> String.valueOf(one.get()));
    }

    private static List<Verdict> compared(List<Part> group) {
        TreeSet<String> names = new TreeSet<>();
        boolean roles = false;
        for (Part service : group) {
            for (Setting<?> setting : service.settings().all()) {
                if (setting.name().startsWith("env ")
                        && OF_A_POOL.matcher(setting.name()).find()) {
                    names.add(setting.name());
                }
            }
            roles |= !roleOf(service).equals(roleOf(group.get(0)));
        }
        List<Verdict> verdicts = new ArrayList<>();
        if (roles) {
            return List.of(new Verdict.Pass(SPEC.id(), group.get(0).id()));
        }
        for (String name : names) {
            drift(name, group).ifPresent(verdicts::add);
        }
        return verdicts.isEmpty()
                ? List.of(new Verdict.Pass(SPEC.id(), group.get(0).id()))
                : told(verdicts);
    }

    private static List<String> roleOf(Part service) {
        return service.settings().all().stream()
                .filter(setting -> setting.name().startsWith("env ")
                        && ROLE.matcher(setting.name().substring(4)).find())
                .map(setting -> setting.name() + (setting.isKnown() ? setting.get() : ""))
                .toList();
    }

    private static Optional<Verdict> drift(String name, List<Part> group) {
        Map<String, List<Part>> byValue = new LinkedHashMap<>();
        for (Part service : group) {
            Optional<Setting<?>> setting = service.settings().find(name);
            if (setting.isPresent() && !setting.get().isKnown()) {
                return Optional.of(new Verdict.CannotTell(
                        SPEC.id(), service.id(), "%s of '%s'".formatted(name.substring(4), service.name())));
            }
            byValue.computeIfAbsent(
                            setting.map(one -> "'" + one.get() + "'").orElse("not set"), key -> new ArrayList<>())
                    .add(service);
        }
        if (byValue.size() < 2) {
            return Optional.empty();
        }
        Part odd = odd(name, byValue);
        Part other = group.stream()
                .filter(service -> !value(name, service).equals(value(name, odd)))
                .findFirst()
                .orElseThrow();
        List<Related> related = new ArrayList<>();
        place(name, other).ifPresent(at -> related.add(new Related(at, "the same variable of '" + other.name() + "'")));
        return Optional.of(new Finding(
                SPEC.id(),
                SPEC.severity(),
                Confidence.EXPLICIT,
                Optional.empty(),
                odd.id(),
                place(name, odd).orElse(odd.origin()),
                "%s is %s for '%s' and %s for '%s', which run the same image: one of the copies fills up before the others"
                        .formatted(name.substring(4), value(name, odd), odd.name(), value(name, other), other.name()),
                "the same value for every copy; an environment beside a merge (<<) must merge the variables too: <<: *env",
                related,
                List.of()));
    }

    /** The service that differs from most; among equals the one that lacks the variable, else the last. */
    private static Part odd(String name, Map<String, List<Part>> byValue) {
        int fewest = byValue.values().stream().mapToInt(List::size).min().orElse(1);
        List<List<Part>> rarest = byValue.values().stream()
                .filter(parts -> parts.size() == fewest)
                .toList();
        return rarest.stream()
                .flatMap(List::stream)
                .filter(service -> service.settings().find(name).isEmpty())
                .findFirst()
                .orElseGet(() -> rarest.get(rarest.size() - 1).get(0));
    }

    private static String value(String name, Part service) {
        return service.settings().find(name).map(one -> "'" + one.get() + "'").orElse("not set");
    }

    private static Optional<Origin> place(String name, Part service) {
        return service.settings().find(name).flatMap(Setting::origin);
    }

    /** Several variables lost at one place are one fault. */
    private static List<Verdict> told(List<Verdict> verdicts) {
        Map<String, Verdict> once = new LinkedHashMap<>();
        for (Verdict verdict : verdicts) {
            String at = verdict instanceof Finding finding ? finding.at().toString() : verdict.toString();
            once.putIfAbsent(at, verdict);
        }
        return List.copyOf(once.values());
    }
}
