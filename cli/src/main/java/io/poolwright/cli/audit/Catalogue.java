package io.poolwright.cli.audit;

import io.poolwright.audit.Rule;
import io.poolwright.audit.RuleSpec;
import io.poolwright.audit.drift.Drift;
import io.poolwright.audit.rules.Rules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every rule that there is: those that judge one stack, and those that compare environments. */
public final class Catalogue {
    private final List<Rule> rules;
    private final Map<String, RuleSpec> specs = new LinkedHashMap<>();

    /** A catalogue of these rules and the comparison of environments. */
    Catalogue(List<Rule> rules) {
        this.rules = List.copyOf(rules);
        List<RuleSpec> all = new ArrayList<>(rules.stream().map(Rule::spec).toList());
        all.add(Drift.DIFFERS);
        all.add(Drift.LACKS);
        all.sort(Comparator.comparing(RuleSpec::id));
        all.forEach(spec -> specs.put(spec.id(), spec));
    }

    /** The catalogue of this Poolwright. */
    public static Catalogue shipped() {
        return new Catalogue(Rules.all());
    }

    /** All of them, by id. */
    public Collection<RuleSpec> specs() {
        return specs.values();
    }

    /** One of them. */
    public Optional<RuleSpec> spec(String id) {
        return Optional.ofNullable(specs.get(id));
    }

    /** Their ids, sorted. */
    public Set<String> ids() {
        return specs.keySet();
    }

    /** The rules that judge one stack. */
    List<Rule> rules() {
        return rules;
    }
}
