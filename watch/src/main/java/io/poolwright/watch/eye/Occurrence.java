package io.poolwright.watch.eye;

import java.time.Instant;
import java.util.Objects;

/**
 * Something that happened to a watched stack and that is kept: it goes on the time line, and into the store.
 *
 * @param at when
 * @param kind what sort of thing
 * @param service whose
 * @param subject what it is about: a pool, a target, a setting; empty text for the whole service
 * @param rule id of the detector, the cause or the rule that it comes from; empty text when there is none
 * @param severity {@code info}, {@code warning} or {@code critical}
 * @param title in a few words
 * @param text the numbers, the limit, its origin, and why it matters
 */
public record Occurrence(
        Instant at,
        Kind kind,
        String service,
        String subject,
        String rule,
        String severity,
        String title,
        String text) {
    public Occurrence {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(text, "text");
    }

    /** What sort of thing happened. */
    public enum Kind {
        ALERT_FIRED,
        ALERT_ENDED,
        /** A cause was stated, or stated differently. */
        CAUSE_NAMED,
        /** A setting in force or in a file is not what it was. */
        SETTING_CHANGED,
        /** A process came up with another version, or anew. */
        DEPLOYMENT,
        /** The audit of the live stack found something that was not there before. */
        FINDING,
        /** A limit of ours was reached, or a source talked nonsense. */
        NOTICE
    }

    /** The same for as long as it is the same alert: what it is about, whenever it fired. */
    public String fingerprint() {
        return service + "|" + subject + "|" + rule;
    }
}
