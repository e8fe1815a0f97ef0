package io.poolwright.audit.drift;

import io.poolwright.audit.Confidence;
import io.poolwright.audit.Finding;
import io.poolwright.audit.Related;
import io.poolwright.audit.RuleSpec;
import io.poolwright.audit.Say;
import io.poolwright.audit.Scope;
import io.poolwright.audit.Severity;
import io.poolwright.model.Origin;
import io.poolwright.model.stack.Layer;
import io.poolwright.model.stack.Setting;
import io.poolwright.model.stack.Stack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Judges the differences between environments: what is tried in one and runs otherwise in another has not been tried.
 *
 * <p>The environment that counts is production: the one called {@code prod}, {@code production} or {@code live}, else the last.
 */
public final class Drift {
    /** Both values are written down, and differ. */
    public static final RuleSpec DIFFERS = new RuleSpec(
            "env-drift",
            "A pool or timeout setting differs between environments",
            Severity.MEDIUM,
            Scope.CROSS_ENV,
            List.of(Layer.ANY),
            "Post-mortem of a pool whose timeout differed between test and production; docs/rules/env-drift.md");

    /** One value is written down, the other is a default. */
    public static final RuleSpec LACKS = new RuleSpec(
            "env-key-missing",
            "A setting is written in one environment and left to its default in another",
            Severity.MEDIUM,
            Scope.CROSS_ENV,
            List.of(Layer.ANY),
            "Post-mortem of a pool whose timeout differed between test and production; docs/rules/env-key-missing.md");

    private static final Set<String> PRODUCTION = Set.of("prod", "production", "live", "prd");

    private final Map<String, Stack> stacks;
    private final List<String> intended;

    /**
     * A comparison.
     *
     * @param stacks by environment, in the order given
     * @param intended settings that may differ: {@code maximumPoolSize}, or with the part before it as the matrix shows it
     */
    public Drift(Map<String, Stack> stacks, List<String> intended) {
        this.stacks = stacks;
        this.intended = List.copyOf(intended);
    }

    /** All settings beside each other. */
    public DriftMatrix matrix() {
        return new DriftMatrix(
                List.copyOf(stacks.keySet()),
                Alignment.rows(stacks).stream()
                        .map(row -> new DriftMatrix.Line(row, state(row)))
                        .toList());
    }

    /** The differences that nobody meant. */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (DriftMatrix.Line line : matrix().rows()) {
            if (line.state() == DriftRow.State.DIFFERENT) {
                findings.add(finding(DIFFERS, line.row()));
            } else if (line.state() == DriftRow.State.MISSING) {
                findings.add(finding(LACKS, line.row()));
            }
        }
        return findings;
    }

    private DriftRow.State state(DriftRow row) {
        DriftRow.State state = row.state();
        boolean differs = state == DriftRow.State.DIFFERENT || state == DriftRow.State.MISSING;
        return differs && isIntended(row) ? DriftRow.State.INTENDED : state;
    }

    private boolean isIntended(DriftRow row) {
        return intended.stream().anyMatch(one -> one.equals(row.setting()) || one.equals(row.key()));
    }

    private Finding finding(RuleSpec rule, DriftRow row) {
        String production = production(row);
        Setting<?> there = row.in(production).orElseThrow();
        List<Related> places = row.values().entrySet().stream()
                .flatMap(one -> one.getValue().origin().stream()
                        .map(origin -> new Related(origin, one.getKey() + ": " + shown(one.getValue()))))
                .toList();
        Origin at = there.origin().orElseGet(() -> places.get(0).at());
        String values = row.values().entrySet().stream()
                .map(one -> "%s %s".formatted(one.getKey(), shown(one.getValue())))
                .collect(Collectors.joining(", "));
        return new Finding(
                rule.id(),
                rule.severity(),
                rule.equals(DIFFERS) ? Confidence.EXPLICIT : Confidence.DEFAULTED,
                Optional.empty(),
                row.part(),
                at,
                "%s of %s differs: %s".formatted(row.setting(), row.part(), values),
                "give it one value everywhere, or list '%s' under differences.intended in poolwright.yaml"
                        .formatted(row.setting()),
                places.stream().filter(place -> !place.at().equals(at)).toList(),
                List.of());
    }

    private String production(DriftRow row) {
        List<String> environments = row.environments();
        return environments.stream()
                .filter(PRODUCTION::contains)
                .findFirst()
                .orElse(environments.get(environments.size() - 1));
    }

    /** A value for people, with what the product makes of it when that is something else. */
    public static String shown(Setting<?> setting) {
        if (!setting.isKnown()) {
            return "unknown";
        }
        Object value = setting.get();
        String text = value instanceof Duration time
                ? Say.time(time)
                : value instanceof Long count ? Say.count(count) : String.valueOf(value);
        return setting.isDeclared() ? text : text + " (default)";
    }
}
