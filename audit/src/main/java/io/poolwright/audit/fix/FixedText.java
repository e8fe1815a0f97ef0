package io.poolwright.audit.fix;

import io.poolwright.audit.Change;
import java.util.List;

/**
 * A text with changes applied.
 *
 * @param text all of it; comments, layout and line ends of untouched lines as they were
 * @param applied the changes that are in it
 * @param refused those that are not, with the reason
 */
public record FixedText(String text, List<Change> applied, List<Refused> refused) {
    public FixedText {
        applied = List.copyOf(applied);
        refused = List.copyOf(refused);
    }

    /**
     * A change that could not be applied safely.
     *
     * @param reason in a clause
     */
    public record Refused(Change change, String reason) {}
}
