package io.poolwright.server.ui;

import io.poolwright.watch.view.Overview;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Is anything overloaded, and which layer first? */
@Controller
public final class OverviewPage {
    private final Screens screens;
    private final Clock clock;

    OverviewPage(Screens screens, Clock clock) {
        this.screens = screens;
        this.clock = clock;
    }

    @GetMapping("/")
    String overview(Model model) {
        Overview overview = screens.overview();
        Instant now = clock.instant();
        Frame.put(model, "overview", now, Span.of(null, null, null, now));
        model.addAttribute("environment", overview.environment());
        model.addAttribute("headline", HeadLine.of(overview));
        model.addAttribute("sum", SumLine.of(overview));
        model.addAttribute(
                "groups",
                overview.services().stream()
                        .map(group -> GroupLine.of(group, overview.at()))
                        .toList());
        return "ui/overview";
    }
}
