package io.poolwright.server.ui;

import io.poolwright.watch.view.Headline;
import io.poolwright.watch.view.Overview;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The verdict as texts. */
public record HeadLine(
        String state,
        String shape,
        String service,
        String where,
        @Nullable Moment since,
        String cause,
        String confidence,
        String change,
        String next,
        List<Headline.Link> links) {
    static HeadLine of(Overview overview) {
        Headline it = overview.headline();
        return new HeadLine(
                it.state().id(),
                it.state().shape(),
                it.service(),
                it.where(),
                it.since().map(at -> Moment.of(at, overview.at())).orElse(null),
                it.cause().orElse(""),
                it.confidence(),
                it.change(),
                it.next(),
                it.links());
    }
}
