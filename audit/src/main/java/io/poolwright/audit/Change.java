package io.poolwright.audit;

import io.poolwright.model.Origin;

/**
 * One edit that would cure a finding.
 *
 * @param at the line to edit; for {@link Kind#ADD_AFTER} the line after which the new one goes
 * @param setting its name
 * @param old the written value to be replaced; for a line that is added, empty
 * @param fresh the value to write; for {@link Kind#ADD_AFTER} the whole line, without indentation; for a removal, empty
 */
public record Change(Kind kind, Origin at, String setting, String old, String fresh) {

    /** What is done to the line. */
    public enum Kind {
        /** One value on the line becomes another. */
        REPLACE,
        /** A line is added below, indented as {@code at} or deeper as the format wants. */
        ADD_AFTER,
        /** The line goes. */
        REMOVE
    }

    /** One value becomes another. */
    public static Change replace(Origin at, String setting, String old, String fresh) {
        return new Change(Kind.REPLACE, at, setting, old, fresh);
    }
}
