package io.poolwright.audit.rules.balancer;

import io.poolwright.audit.Finding;
import io.poolwright.audit.Related;
import io.poolwright.audit.Verdict;
import io.poolwright.model.stack.Stack;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Tells one line once: what several proxies inherit from one line, or lack for one reason, is one finding with all their
 * places.
 */
final class OncePerPlace {
    private OncePerPlace() {}

    /** Findings at the same place become one. */
    static List<Verdict> told(List<Verdict> verdicts, Stack stack) {
        return told(verdicts, stack, Finding::at);
    }

    /** Findings with the same cause become one, at the place of the first. */
    static List<Verdict> told(List<Verdict> verdicts, Stack stack, Function<Finding, Object> cause) {
        Map<Object, List<Finding>> findings = new LinkedHashMap<>();
        List<Verdict> others = new ArrayList<>();
        Set<String> missing = new LinkedHashSet<>();
        for (Verdict verdict : verdicts) {
            if (verdict instanceof Finding finding) {
                findings.computeIfAbsent(cause.apply(finding), key -> new ArrayList<>())
                        .add(finding);
            } else if (!(verdict instanceof Verdict.CannotTell open) || missing.add(open.missing())) {
                others.add(verdict);
            }
        }
        List<Verdict> told = new ArrayList<>();
        findings.values().forEach(same -> told.add(one(same, stack)));
        told.addAll(others);
        return told;
    }

    private static Finding one(List<Finding> same, Stack stack) {
        Finding first =
                same.stream().max(Comparator.comparing(Finding::severity)).orElseThrow();
        if (same.size() == 1) {
            return first;
        }
        List<Related> related = new ArrayList<>(first.related());
        for (Finding other : same) {
            if (other.equals(first)) {
                continue;
            }
            stack.part(other.subject()).ifPresent(part -> related.add(new Related(part.origin(), "also " + part)));
            related.addAll(other.related());
        }
        return new Finding(
                first.rule(),
                first.severity(),
                first.confidence(),
                first.reachability(),
                first.subject(),
                first.at(),
                first.message() + "; the same holds for " + (same.size() - 1) + " more",
                first.suggestion(),
                distinct(related, first),
                first.changes());
    }

    private static List<Related> distinct(List<Related> related, Finding first) {
        Map<Object, Related> places = new LinkedHashMap<>();
        related.stream().filter(one -> !one.at().equals(first.at())).forEach(one -> places.putIfAbsent(one.at(), one));
        return List.copyOf(places.values());
    }
}
