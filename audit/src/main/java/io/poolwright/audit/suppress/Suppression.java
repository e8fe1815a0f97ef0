package io.poolwright.audit.suppress;

import io.poolwright.model.Origin;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A comment that tells one rule to leave a line alone.
 *
 * @param at where the comment stands
 * @param lastLine the last line that it speaks of: its own, or the first below that is no such comment
 * @param reason why; without one it does not count
 * @param until the last day on which it counts; for ever when empty
 * @param fault why it cannot be understood, in a clause
 */
public record Suppression(
        Origin at,
        int lastLine,
        String rule,
        Optional<String> reason,
        Optional<LocalDate> until,
        Optional<String> fault) {

    /** Whether it speaks of this rule at this place. */
    boolean covers(String finding, Origin place) {
        return rule.equals(finding)
                && at.file().equals(place.file())
                && place.line() >= at.line()
                && place.line() <= lastLine;
    }

    /** Why it does not count on a day, in one sentence; empty when it does. */
    public Optional<String> refusal(LocalDate today) {
        if (fault.isPresent()) {
            return fault.map(why -> "%s: the suppression %s".formatted(at, why));
        }
        if (reason.isEmpty()) {
            return Optional.of(
                    "%s: the suppression of %s gives no reason and does not count; write: poolwright:ignore %s reason=\"why\""
                            .formatted(at, rule, rule));
        }
        return until.filter(today::isAfter)
                .map(day -> "%s: the suppression of %s ended on %s and counts no more".formatted(at, rule, day));
    }
}
