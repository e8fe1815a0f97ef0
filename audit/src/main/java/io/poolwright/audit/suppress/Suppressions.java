package io.poolwright.audit.suppress;

import io.poolwright.audit.Finding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All suppressions of what was read, on one day. */
public final class Suppressions {
    private final List<Suppression> counting = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();

    /**
     * Sorts them into those that count and those that do not.
     *
     * @param rules every rule that there is: one that names another is refused
     */
    public Suppressions(List<Suppression> found, Set<String> rules, LocalDate today) {
        for (Suppression one : found) {
            Optional<String> refusal = one.refusal(today).or(() -> unknown(one, rules));
            if (refusal.isPresent()) {
                refusals.add(refusal.get());
            } else {
                counting.add(one);
            }
        }
    }

    private static Optional<String> unknown(Suppression one, Set<String> rules) {
        return rules.contains(one.rule())
                ? Optional.empty()
                : Optional.of("%s: the suppression names %s, which is no rule; the rules: poolwright rules list"
                        .formatted(one.at(), one.rule()));
    }

    /** The one that keeps this finding quiet. */
    public Optional<Suppression> of(Finding finding) {
        return counting.stream()
                .filter(one -> one.covers(finding.rule(), finding.at()))
                .findFirst();
    }

    /** Why some do not count, one sentence each. */
    public List<String> refusals() {
        return List.copyOf(refusals);
    }
}
