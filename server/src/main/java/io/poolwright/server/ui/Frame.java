package io.poolwright.server.ui;

import java.time.Instant;
import org.springframework.ui.Model;

/** What every page has: who looks, which page it is, the time, the range. */
final class Frame {
    private Frame() {}

    static void put(Model model, String page, Instant now, Span span) {
        model.addAttribute("visitor", Visitor.now());
        model.addAttribute("page", page);
        model.addAttribute("now", Moment.of(now, now));
        model.addAttribute("clock", Clocks.second(now));
        model.addAttribute("span", span);
        model.addAttribute("last", span.last().orElse(""));
        model.addAttribute("permalink", span.permalink());
    }
}
