package io.poolwright.audit;

import io.poolwright.model.Origin;
import java.util.List;
import java.util.Optional;

/**
 * A line that is crossed, with known inputs.
 *
 * @param subject id of the part that was judged
 * @param at the place that a person would edit
 * @param message what is the case, with the figures: one sentence
 * @param suggestion what to write instead, with the figure
 * @param reachability the load that would get there, or that it cannot, when that can be said
 * @param related every other place that takes part, defaults left out
 * @param changes edits that would cure it; may be empty
 */
public record Finding(
        String rule,
        Severity severity,
        Confidence confidence,
        Optional<String> reachability,
        String subject,
        Origin at,
        String message,
        String suggestion,
        List<Related> related,
        List<Change> changes)
        implements Verdict {
    public Finding {
        related = List.copyOf(related);
        changes = List.copyOf(changes);
    }

    /** The same with more places. */
    public Finding with(List<Related> more) {
        return new Finding(rule, severity, confidence, reachability, subject, at, message, suggestion, more, changes);
    }
}
