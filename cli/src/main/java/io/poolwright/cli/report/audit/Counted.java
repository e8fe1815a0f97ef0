package io.poolwright.cli.report.audit;

import io.poolwright.audit.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The sums that every form of the report shows, so that they never disagree. */
final class Counted {
    /** The severities, worst first. */
    static final List<Severity> WORST_FIRST =
            List.of(Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW, Severity.INFO);

    private Counted() {}

    /** {@code 1 critical, 2 high}; {@code none} when there is nothing. */
    static String severities(AuditStory story) {
        List<String> parts = new ArrayList<>();
        for (Severity severity : WORST_FIRST) {
            if (story.count(severity) > 0) {
                parts.add(story.count(severity) + " " + severity.id());
            }
        }
        return parts.isEmpty() ? "none" : String.join(", ", parts);
    }

    /** {@code FAIL: 2 findings at or above high}, {@code INCOMPLETE: …}, {@code PASS: …}. */
    static String verdict(AuditStory story) {
        int failing = story.failing().size();
        String gate = story.gate().words();
        if (failing > 0) {
            String fresh = story.gate().baseline() ? "new " : "";
            return "FAIL: %s at or above %s".formatted(count(failing, fresh + "finding"), gate);
        }
        if (!story.isComplete()) {
            return "INCOMPLETE: %s could not be read or judged; nothing at or above %s in the rest"
                    .formatted(count(story.unread().size() + story.broken().size(), "input"), gate);
        }
        if (story.read().isEmpty()) {
            return "PASS: nothing was found that could be judged";
        }
        return story.gate().failOn().isEmpty()
                ? "PASS: no severity fails (--fail-on never)"
                : "PASS: no %sfinding at or above %s".formatted(story.gate().baseline() ? "new " : "", gate);
    }

    /** {@code compose 1, haproxy 2}. */
    static String formats(AuditStory story) {
        Map<String, Integer> counts = new TreeMap<>();
        story.read().forEach(file -> counts.merge(file.format(), 1, Integer::sum));
        return String.join(
                ", ",
                counts.entrySet().stream()
                        .map(one -> one.getKey() + " " + one.getValue())
                        .toList());
    }

    /** What is missing, with the rules that could then judge; what would help most first. */
    static Map<String, Set<String>> missing(AuditStory story) {
        Map<String, Set<String>> rules = new LinkedHashMap<>();
        for (Open open : story.cannotTell()) {
            open.missing().forEach(input -> rules.computeIfAbsent(input, key -> new LinkedHashSet<>())
                    .add(open.rule()));
        }
        Map<String, Set<String>> sorted = new LinkedHashMap<>();
        rules.entrySet().stream()
                .sorted(Comparator.comparing(
                        (Map.Entry<String, Set<String>> one) -> -one.getValue().size()))
                .forEach(one -> sorted.put(one.getKey(), one.getValue()));
        return sorted;
    }

    /** {@code 1 file}, {@code 3 files}. */
    static String count(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
