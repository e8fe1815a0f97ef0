package io.poolwright.server.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.poolwright.server.state.Alert;
import io.poolwright.server.state.Page;
import io.poolwright.server.state.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An alert as the API shows it.
 *
 * @param fingerprint the same for the same thing at the same place
 * @param text the numbers, the limit and why it matters
 * @param resolvedAt null while it fires
 * @param diagnosis an object; null while there is none
 */
public record AlertView(
        UUID id,
        String fingerprint,
        Optional<String> service,
        String subject,
        String title,
        String text,
        Severity severity,
        Instant firedAt,
        Optional<Instant> resolvedAt,
        @JsonRawValue @Nullable String diagnosis) {
    static AlertView of(Alert alert) {
        return new AlertView(
                alert.id(),
                alert.fingerprint(),
                alert.service(),
                alert.subject(),
                alert.title(),
                alert.text(),
                alert.severity(),
                alert.firedAt(),
                alert.resolvedAt(),
                alert.diagnosis().orElse(null));
    }

    /**
     * One page of alerts, newest first.
     *
     * @param next to be given as {@code cursor} for the rest; null at the end
     */
    public record Listing(List<AlertView> items, Optional<String> next) {
        static Listing of(Page<Alert> page) {
            return new Listing(
                    page.items().stream().map(AlertView::of).toList(),
                    page.next().map(it -> it.text()));
        }
    }
}
