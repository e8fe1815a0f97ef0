package io.poolwright.server.ui;

import io.poolwright.watch.view.PoolKey;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Alerts, what happened, what is asked, and every place that one can go to. */
@Controller
public final class ListPages {
    private final Screens screens;
    private final Clock clock;

    ListPages(Screens screens, Clock clock) {
        this.screens = screens;
        this.clock = clock;
    }

    @GetMapping("/alerts")
    String alerts(
            @RequestParam(name = "last", required = false) @Nullable String last,
            @RequestParam(name = "from", required = false) @Nullable String from,
            @RequestParam(name = "to", required = false) @Nullable String to,
            Model model) {
        Instant now = clock.instant();
        Span span = Span.of(last == null ? "1d" : last, from, to, now);
        Frame.put(model, "alerts", now, span);
        List<AlertText> all = screens.alerts(span).stream()
                .map(alert -> AlertText.of(alert, now))
                .toList();
        model.addAttribute(
                "firing", all.stream().filter(it -> it.ended() == null).toList());
        model.addAttribute(
                "ended", all.stream().filter(it -> it.ended() != null).toList());
        return "ui/alerts";
    }

    @GetMapping("/events")
    String events(
            @RequestParam(name = "last", required = false) @Nullable String last,
            @RequestParam(name = "from", required = false) @Nullable String from,
            @RequestParam(name = "to", required = false) @Nullable String to,
            Model model) {
        Instant now = clock.instant();
        Span span = Span.of(last == null ? "1d" : last, from, to, now);
        Frame.put(model, "events", now, span);
        model.addAttribute(
                "events",
                screens.events(span).stream()
                        .map(event -> EventText.of(event, now))
                        .toList());
        return "ui/events";
    }

    @GetMapping("/targets")
    String targets(Model model) {
        Instant now = clock.instant();
        Frame.put(model, "targets", now, Span.of(null, null, null, now));
        List<TargetText> targets = screens.targets().stream()
                .map(target -> TargetText.of(target, now))
                .toList();
        model.addAttribute("targets", targets);
        model.addAttribute(
                "silent",
                targets.stream().filter(it -> !it.state().equals("calm")).count());
        return "ui/targets";
    }

    /** For the command palette: label to address, services first. */
    @GetMapping("/places")
    @ResponseBody
    List<Map<String, String>> places() {
        List<Map<String, String>> all = new java.util.ArrayList<>();
        TreeSet<String> services = new TreeSet<>();
        screens.pools().forEach(pool -> services.add(pool.service()));
        services.forEach(service -> all.add(place("service", service, "/#s-" + Keys.id(service))));
        screens.pools().stream()
                .sorted()
                .forEach(pool -> all.add(place(
                        RowLine.tier(pool.tier()),
                        pool.service() + " / " + pool.name()
                                + (pool.instance().isEmpty() ? "" : " @ " + pool.instance()),
                        "/pools/" + PoolKey.of(pool))));
        return all;
    }

    private static Map<String, String> place(String kind, String label, String path) {
        Map<String, String> place = new LinkedHashMap<>();
        place.put("kind", kind);
        place.put("label", label);
        place.put("path", path);
        return place;
    }
}
