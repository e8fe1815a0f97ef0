package io.poolwright.server.ui;

import io.poolwright.watch.view.PoolDetail;
import io.poolwright.watch.view.PoolKey;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What is this pool doing, and against which limit? */
@Controller
public final class PoolPage {
    private final Screens screens;
    private final Clock clock;

    PoolPage(Screens screens, Clock clock) {
        this.screens = screens;
        this.clock = clock;
    }

    @GetMapping("/pools/{key}")
    String pool(
            @PathVariable("key") String key,
            @RequestParam(name = "last", required = false) @Nullable String last,
            @RequestParam(name = "from", required = false) @Nullable String from,
            @RequestParam(name = "to", required = false) @Nullable String to,
            Model model) {
        Instant now = clock.instant();
        Span span = Span.of(last, from, to, now);
        Optional<PoolDetail> pool = PoolKey.parse(key).flatMap(id -> screens.pool(id, span));
        PoolDetail detail = pool.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Frame.put(model, "pool", now, span);
        model.addAllAttributes(PoolSheet.of(detail));
        model.addAttribute("key", key);
        model.addAttribute("chart", ChartJson.of(detail));
        model.addAttribute("columns", NumbersTable.columns());
        model.addAttribute("numbers", NumbersTable.rows(detail.line()));
        return "ui/pool";
    }
}
