package io.poolwright.model.live;

import java.util.Objects;

/**
 * Something about a source itself that a person should see once: a limit that it ran into, a line that it could not read,
 * a log line that matters.
 *
 * @param kind what kind of thing
 * @param text one sentence with the figures: what was found, what is accepted
 */
public record Notice(Kind kind, String text) {
    public Notice {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(text, "text");
    }

    /** What kind of thing a notice is of. */
    public enum Kind {
        /** A limit on size, series or labels was reached; what is beyond it is not seen. */
        LIMIT,
        /** Part of the answer made no sense and was left out. */
        NONSENSE,
        /** The source could show a pool and does not; the text names the setting that would make it. */
        BLIND,
        /** The source wrote something down that bears on a pool. */
        LOG
    }
}
