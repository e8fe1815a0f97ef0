package io.poolwright.server.ui;

import io.poolwright.watch.view.EventLine;
import java.time.Instant;

/** What happened, as texts. */
public record EventText(
        Moment at, String kind, String shape, String word, String service, String title, String detail) {
    static EventText of(EventLine event, Instant now) {
        return new EventText(
                Moment.of(event.at(), now),
                event.kind().id(),
                event.kind().shape(),
                event.kind().word(),
                event.service(),
                event.title(),
                event.detail());
    }
}
