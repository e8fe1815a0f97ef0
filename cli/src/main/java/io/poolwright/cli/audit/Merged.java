package io.poolwright.cli.audit;

import io.poolwright.audit.Finding;
import io.poolwright.audit.Related;
import io.poolwright.audit.RuleSpec;
import io.poolwright.audit.Scope;
import io.poolwright.audit.Verdict;
import io.poolwright.audit.baseline.Fingerprint;
import io.poolwright.cli.report.audit.Open;
import io.poolwright.cli.report.audit.Told;
import io.poolwright.model.Origin;
import io.poolwright.model.stack.Layer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The verdicts on several environments put together: what one rule says of one line is told once, with all environments in
 * which it holds and every place that takes part in one of them.
 */
final class Merged {
    private static final Comparator<Told> WORST_FIRST = Comparator.comparing(
                    (Told told) -> told.finding().severity())
            .reversed()
            .thenComparing(told -> outermost(told.rule()))
            .thenComparing(told -> told.finding().confidence())
            .thenComparing(told -> told.finding().at().file())
            .thenComparing(told -> told.finding().at().line())
            .thenComparing(told -> told.finding().rule());

    private record Line(String rule, Origin at, String subject) {}

    private record Question(String rule, String subject) {}

    private final Map<Line, List<Finding>> findings = new LinkedHashMap<>();
    private final Map<Line, Set<String>> where = new LinkedHashMap<>();
    private final Map<Question, Set<String>> missing = new LinkedHashMap<>();
    private final Map<Question, Set<String>> asked = new LinkedHashMap<>();

    void add(Finding finding, String environment) {
        Line line = new Line(finding.rule(), finding.at(), finding.subject());
        findings.computeIfAbsent(line, key -> new ArrayList<>()).add(finding);
        where.computeIfAbsent(line, key -> new LinkedHashSet<>()).add(environment);
    }

    void add(Verdict.CannotTell open, String environment) {
        Question question = new Question(open.rule(), open.subject());
        missing.computeIfAbsent(question, key -> new LinkedHashSet<>()).add(open.missing());
        asked.computeIfAbsent(question, key -> new LinkedHashSet<>()).add(environment);
    }

    List<Told> told(Catalogue catalogue, Texts texts) {
        List<Told> told = new ArrayList<>();
        findings.forEach((line, same) -> {
            Finding finding = joined(same);
            String fingerprint = Fingerprint.of(
                    line.rule(),
                    texts.key(line.at().file()),
                    line.subject(),
                    texts.line(line.at().file(), line.at().line()));
            RuleSpec spec = catalogue
                    .spec(line.rule())
                    .orElseGet(() -> new RuleSpec(
                            line.rule(), line.rule(), finding.severity(), Scope.CROSS_LAYER, List.of(Layer.ANY), ""));
            told.add(new Told(finding, spec, named(where.getOrDefault(line, Set.of())), false, fingerprint));
        });
        told.sort(WORST_FIRST);
        return told;
    }

    List<Open> open() {
        List<Open> open = new ArrayList<>();
        missing.forEach((question, inputs) -> open.add(new Open(
                question.rule(),
                question.subject(),
                List.copyOf(inputs),
                named(asked.getOrDefault(question, Set.of())))));
        open.sort(Comparator.comparing(Open::rule).thenComparing(Open::subject));
        return open;
    }

    private static List<String> named(Set<String> environments) {
        return environments.stream().filter(name -> !name.isEmpty()).toList();
    }

    /** The worst of them, with the places of all, and each change once. */
    private static Finding joined(List<Finding> same) {
        Finding worst =
                same.stream().max(Comparator.comparing(Finding::severity)).orElseThrow();
        Map<Origin, Related> places = new LinkedHashMap<>();
        worst.related().forEach(one -> places.put(one.at(), one));
        same.forEach(finding -> finding.related().forEach(one -> places.putIfAbsent(one.at(), one)));
        return new Finding(
                worst.rule(),
                worst.severity(),
                worst.confidence(),
                worst.reachability(),
                worst.subject(),
                worst.at(),
                worst.message(),
                worst.suggestion(),
                List.copyOf(places.values()),
                worst.changes().stream().distinct().toList());
    }

    private static Layer outermost(RuleSpec rule) {
        return rule.layers().stream().min(Comparator.naturalOrder()).orElse(Layer.ANY);
    }
}
