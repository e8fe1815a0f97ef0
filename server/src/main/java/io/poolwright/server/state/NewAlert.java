package io.poolwright.server.state;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * An alert that begins. Long texts are cut, for an alert is never refused.
 *
 * @param fingerprint the same for the same thing at the same place: it fires once until it is resolved
 * @param service whose it is, when it is of one service
 * @param subject the pool, balancer or target that it is about
 * @param title what is wrong, in a few words
 * @param text the numbers, the limit and why it matters
 */
public record NewAlert(
        String fingerprint,
        Optional<String> service,
        String subject,
        String title,
        String text,
        Severity severity,
        Instant firedAt) {
    public NewAlert {
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(firedAt, "firedAt");
        Limits.demand("fingerprint", fingerprint, 200);
        service = service.map(it -> Limits.cut(it, NewEvent.LONGEST_SERVICE));
        subject = Limits.cut(subject, 300);
        title = Limits.cut(title, NewEvent.LONGEST_TITLE);
        text = Limits.cut(text, 20_000);
    }
}
