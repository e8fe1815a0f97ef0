package io.poolwright.server.watch;

import io.poolwright.model.Answer;
import io.poolwright.model.live.Measure;
import io.poolwright.model.live.Measures;
import io.poolwright.model.live.PoolId;
import io.poolwright.server.state.Alert;
import io.poolwright.server.state.AlertFilter;
import io.poolwright.server.state.Alerts;
import io.poolwright.server.state.Event;
import io.poolwright.server.state.EventFilter;
import io.poolwright.server.state.EventKind;
import io.poolwright.server.state.Events;
import io.poolwright.server.state.UnavailableException;
import io.poolwright.server.ui.Screens;
import io.poolwright.server.ui.Span;
import io.poolwright.watch.eye.Occurrence;
import io.poolwright.watch.history.Trend;
import io.poolwright.watch.view.AlertLine;
import io.poolwright.watch.view.EventLine;
import io.poolwright.watch.view.Level;
import io.poolwright.watch.view.Marker;
import io.poolwright.watch.view.Overview;
import io.poolwright.watch.view.PoolDetail;
import io.poolwright.watch.view.TargetLine;
import io.poolwright.watch.view.TimeLine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The pages' view of the watch: what is now from memory, what was from the history and the state. */
public final class LiveScreens implements Screens {
    private static final int POINTS = 900;
    private static final int MOST_EVENTS = 500;
    /** What the head certainly still has. */
    private static final Duration REMEMBERED = Duration.ofMinutes(14);

    private final LiveWatch watch;
    private final Events events;
    private final Alerts alerts;
    private final Clock clock;

    public LiveScreens(LiveWatch watch, Events events, Alerts alerts, Clock clock) {
        this.watch = watch;
        this.events = events;
        this.alerts = alerts;
        this.clock = clock;
    }

    @Override
    public Overview overview() {
        return watch.sight().overview();
    }

    @Override
    public List<PoolId> pools() {
        return watch.sight().pools();
    }

    @Override
    public List<TargetLine> targets() {
        return watch.sight().targets();
    }

    @Override
    public Optional<PoolDetail> pool(PoolId pool, Span span) {
        List<Marker> markers = events(span).stream()
                .filter(line -> line.service().isEmpty() || line.service().equals(pool.service()))
                .map(line -> new Marker(line.at(), line.kind(), line.title()))
                .toList();
        return watch.sight().pool(pool, span.from(), span.to(), line(pool, span), markers);
    }

    /** From memory as far as it reaches, from the history before that. */
    public TimeLine line(PoolId pool, Span span) {
        Instant remembered = clock.instant().minus(REMEMBERED);
        TimeLine recent = watch.sight().line(pool, span.from(), span.to());
        boolean reaches = recent.size() > 0
                && recent.at(0)
                        <= span.from().toEpochMilli() + Duration.ofSeconds(30).toMillis();
        if (reaches || !span.from().isBefore(remembered) || watch.history().isEmpty()) {
            return recent;
        }
        Duration step = Duration.between(span.from(), span.to()).dividedBy(POINTS);
        Instant until = recent.size() > 0 ? Instant.ofEpochMilli(recent.at(0) - 1) : span.to();
        Answer<Trend> past = watch.history().get().range(pool, EnumSet.allOf(Measure.class), span.from(), until, step);
        return past.value().map(trend -> joined(trend, recent)).orElse(recent);
    }

    @SuppressWarnings("EnumOrdinal") // the place in the array, never written anywhere
    private static TimeLine joined(Trend past, TimeLine recent) {
        int size = past.size() + recent.size();
        long[] at = Arrays.copyOf(past.atMillis(), size);
        double[][] columns = new double[Measures.COUNT][];
        for (int i = 0; i < recent.size(); i++) {
            at[past.size() + i] = recent.at(i);
        }
        for (Measure measure : Measure.values()) {
            double[] column = Arrays.copyOf(
                    measure == Measure.PENDING || measure == Measure.WAIT_MAX
                            ? past.highest(measure)
                            : past.mean(measure),
                    size);
            for (int i = 0; i < recent.size(); i++) {
                column[past.size() + i] = recent.raw(measure, i);
            }
            columns[measure.ordinal()] = column;
        }
        return TimeLine.of(at, columns);
    }

    @Override
    public List<AlertLine> alerts(Span span) {
        try {
            List<AlertLine> all = new ArrayList<>(fromMemory());
            alerts.page(new AlertFilter(Optional.of(false), Optional.empty()), Optional.empty(), 200).items().stream()
                    .filter(alert -> alert.resolvedAt().orElse(span.to()).isAfter(span.from()))
                    .filter(alert -> alert.firedAt().isBefore(span.to()))
                    .map(this::line)
                    .forEach(all::add);
            return all;
        } catch (UnavailableException e) {
            return fromMemory();
        }
    }

    /** What fires now, with all that belongs to it: known even while the state cannot be read. */
    private List<AlertLine> fromMemory() {
        return watch.eye().looks().stream()
                .flatMap(look -> look.state().troubles().stream()
                        .map(trouble -> new AlertLine(
                                look.state().service(),
                                trouble.pool(),
                                trouble.lead().level(),
                                trouble.lead().title(),
                                trouble.lead().text(),
                                trouble.lead().since(),
                                Optional.empty(),
                                trouble.symptoms(),
                                cause(look.state().service()))))
                .toList();
    }

    private AlertLine line(Alert alert) {
        String service = alert.service().orElse("");
        return new AlertLine(
                service,
                watch.sight().pools().stream()
                        .filter(pool -> pool.toString().equals(alert.subject()))
                        .findFirst(),
                Level.valueOf(alert.severity().id().toUpperCase(Locale.ROOT)),
                alert.title(),
                alert.text(),
                alert.firedAt(),
                alert.resolvedAt(),
                List.of(),
                alert.resolvedAt().isEmpty() ? cause(service) : Optional.empty());
    }

    private Optional<String> cause(String service) {
        return watch.sight().diagnosis(service).flatMap(it -> it.rootCause()).map(cause -> cause.title());
    }

    @Override
    public List<EventLine> events(Span span) {
        try {
            return events
                    .page(
                            new EventFilter(
                                    Set.of(), Optional.empty(), Optional.of(span.from()), Optional.of(span.to())),
                            Optional.empty(),
                            MOST_EVENTS)
                    .items()
                    .stream()
                    .map(LiveScreens::line)
                    .toList();
        } catch (UnavailableException e) {
            return watch.sight().occurrences(span.from(), span.to()).stream()
                    .sorted(Comparator.comparing(Occurrence::at).reversed())
                    .map(one -> new EventLine(one.at(), Marker.Kind.NOTE, one.service(), one.title(), one.text()))
                    .toList();
        }
    }

    private static EventLine line(Event event) {
        return new EventLine(
                event.at(),
                marker(event.kind()),
                event.service().orElse(""),
                event.title(),
                EventDetail.text(event.detail()));
    }

    private static Marker.Kind marker(EventKind kind) {
        return switch (kind) {
            case ALERT_FIRED -> Marker.Kind.ALERT;
            case ALERT_RESOLVED -> Marker.Kind.RECOVERY;
            case DEPLOYMENT -> Marker.Kind.DEPLOYMENT;
            case CHANGE, SETTING_CHANGED -> Marker.Kind.CHANGE;
            case DIAGNOSIS -> Marker.Kind.DIAGNOSIS;
            default -> Marker.Kind.NOTE;
        };
    }
}
