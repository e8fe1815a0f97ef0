package io.poolwright.server.ui;

import io.poolwright.detect.Say;
import io.poolwright.watch.view.TargetLine;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A source as texts. */
public record TargetText(
        String state,
        String shape,
        String word,
        String name,
        String kind,
        String service,
        String address,
        @Nullable Moment since,
        String reason,
        String pools,
        String took,
        List<String> notices) {
    static TargetText of(TargetLine target, Instant now) {
        boolean answers = target.standing() == TargetLine.Standing.ANSWERS;
        return new TargetText(
                answers ? "calm" : "blind",
                answers ? "●" : "?",
                switch (target.standing()) {
                    case ANSWERS -> "answers";
                    case SILENT -> "silent";
                    case NOT_YET -> "not asked yet";
                },
                target.name(),
                target.kind(),
                target.service(),
                target.address(),
                target.since().map(at -> Moment.of(at, now)).orElse(null),
                target.reason(),
                answers ? Integer.toString(target.pools()) : "?",
                target.took().map(it -> Say.time(it.toNanos() / 1e9)).orElse("–"),
                target.notices());
    }
}
