package io.poolwright.server.ui;

import io.poolwright.watch.view.AlertLine;
import io.poolwright.watch.view.Level;
import io.poolwright.watch.view.PoolKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An alert as texts. */
public record AlertText(
        String state,
        String shape,
        String level,
        String service,
        String pool,
        String href,
        String title,
        String text,
        Moment fired,
        @Nullable Moment ended,
        List<String> symptoms,
        String cause) {
    static AlertText of(AlertLine alert, Instant now) {
        boolean firing = alert.resolvedAt().isEmpty();
        return new AlertText(
                !firing ? "calm" : alert.level() == Level.INFO ? "near" : "over",
                !firing ? "✓" : alert.level() == Level.INFO ? "◆" : "▲",
                alert.level().id(),
                alert.service(),
                alert.pool().map(pool -> pool.name()).orElse(""),
                alert.pool().map(pool -> "/pools/" + PoolKey.of(pool)).orElse(""),
                alert.title(),
                alert.text(),
                Moment.of(alert.firedAt(), now),
                alert.resolvedAt().map(at -> Moment.of(at, now)).orElse(null),
                alert.symptoms(),
                alert.cause().orElse(""));
    }
}
