package io.poolwright.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.poolwright.server.answers.Problem;
import io.poolwright.server.answers.RefusedRequestException;
import io.poolwright.server.doors.Caller;
import io.poolwright.server.state.Event;
import io.poolwright.server.state.EventKind;
import io.poolwright.server.state.Events;
import io.poolwright.server.state.NewEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/v1/changes}: a pipeline or a person tells what was changed, and when. */
@RestController
public final class Changes {
    /** How far clocks may differ: what is said to happen later than this is a mistake. */
    private static final Duration AHEAD = Duration.ofMinutes(10);

    private static final int LONGEST_KEY = 200;

    private final Events events;
    private final MeterRegistry registry;
    private final Clock clock;

    Changes(Events events, MeterRegistry registry, Clock clock) {
        this.events = events;
        this.registry = registry;
        this.clock = clock;
    }

    /**
     * What was changed.
     *
     * @param kind {@code deployment} or {@code configuration}
     * @param service whose it is; absent when it is of all
     * @param title one line: what a person wants to read on a time line
     * @param at when; absent means now
     * @param detail a JSON object with more: a version, a commit, a link
     */
    public record Change(
            String kind, Optional<String> service, String title, Optional<Instant> at, Optional<JsonNode> detail) {}

    @PostMapping("/api/v1/changes")
    ResponseEntity<EventView> tell(
            @RequestBody Change change,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @AuthenticationPrincipal Caller caller) {
        NewEvent event = new NewEvent(
                at(change),
                kind(change),
                Demand.text("service", change.service(), NewEvent.LONGEST_SERVICE),
                Demand.line("title", change.title(), NewEvent.LONGEST_TITLE),
                Demand.object("detail", change.detail(), NewEvent.LONGEST_DETAIL),
                caller.author());
        if (key == null) {
            return written(events.record(event), HttpStatus.CREATED);
        }
        Events.Once once = events.recordOnce(event, Demand.line("Idempotency-Key", key, LONGEST_KEY));
        return written(once.event(), once.repeated() ? HttpStatus.OK : HttpStatus.CREATED);
    }

    private ResponseEntity<EventView> written(Event event, HttpStatus status) {
        if (status == HttpStatus.CREATED) {
            registry.counter("poolwright.events.written", "kind", event.kind().id())
                    .increment();
        }
        return ResponseEntity.status(status).body(EventView.of(event));
    }

    private static EventKind kind(Change change) {
        return switch (String.valueOf(change.kind())) {
            case "deployment" -> EventKind.DEPLOYMENT;
            case "configuration" -> EventKind.CHANGE;
            default ->
                throw new RefusedRequestException(Problem.of(400, "The field 'kind' has a value that is not accepted.")
                        .found(String.valueOf(change.kind()))
                        .accepted(List.of("deployment", "configuration")));
        };
    }

    private Instant at(Change change) {
        Instant now = clock.instant();
        Instant at = change.at().orElse(now);
        if (at.isAfter(now.plus(AHEAD)) || at.isBefore(Demand.EARLIEST)) {
            throw new RefusedRequestException(
                    Problem.of(400, "The field 'at' is not a time at which this can have happened.")
                            .found(at.toString())
                            .write(now.toString()));
        }
        return at;
    }
}
