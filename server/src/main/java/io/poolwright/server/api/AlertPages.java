package io.poolwright.server.api;

import io.poolwright.server.answers.Problem;
import io.poolwright.server.answers.RefusedRequestException;
import io.poolwright.server.state.AlertFilter;
import io.poolwright.server.state.Alerts;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/alerts}: what fires, and what fired. */
@RestController
public final class AlertPages {
    private final Alerts alerts;

    AlertPages(Alerts alerts) {
        this.alerts = alerts;
    }

    @GetMapping("/api/v1/alerts")
    AlertView.Listing list(
            @RequestParam(name = "state", required = false) @Nullable String state,
            @RequestParam(name = "service", required = false) @Nullable String service,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            @RequestParam(name = "limit", required = false) @Nullable String limit) {
        AlertFilter filter = new AlertFilter(firing(state), Optional.ofNullable(service));
        return AlertView.Listing.of(alerts.page(filter, Demand.cursor(cursor), Demand.limit(limit)));
    }

    @GetMapping("/api/v1/alerts/{id}")
    AlertView one(@PathVariable("id") String id) {
        return alerts.find(Demand.id(id)).map(AlertView::of).orElseThrow(Demand::absent);
    }

    private static Optional<Boolean> firing(@Nullable String state) {
        return switch (state == null ? "all" : state) {
            case "all" -> Optional.empty();
            case "firing" -> Optional.of(true);
            case "resolved" -> Optional.of(false);
            default ->
                throw new RefusedRequestException(
                        Problem.of(400, "The parameter 'state' has a value that is not accepted.")
                                .found(String.valueOf(state))
                                .accepted(List.of("all", "firing", "resolved")));
        };
    }
}
