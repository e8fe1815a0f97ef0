package io.poolwright.server.watch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.poolwright.diagnose.Diagnosis;
import io.poolwright.server.state.Alert;
import io.poolwright.server.state.Alerts;
import io.poolwright.server.state.EventKind;
import io.poolwright.server.state.Events;
import io.poolwright.server.state.NewAlert;
import io.poolwright.server.state.NewEvent;
import io.poolwright.server.state.Severity;
import io.poolwright.server.state.UnavailableException;
import io.poolwright.watch.eye.Ledger;
import io.poolwright.watch.eye.Occurrence;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what happened into the state. Nobody waits for it: while the state cannot be written it keeps what is to be written
 * and tries again, alerts first to be kept; the watch goes on meanwhile.
 */
final class StateLedger implements Ledger, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StateLedger.class);
    private static final int MOST = 20_000;
    private static final Duration RETRY = Duration.ofSeconds(2);
    /** By then every target has had its chance to show again what fired before the start. */
    private static final Duration SETTLED = Duration.ofMinutes(2);

    private static final Map<Occurrence.Kind, EventKind> KINDS = new EnumMap<>(Map.of(
            Occurrence.Kind.CAUSE_NAMED, EventKind.DIAGNOSIS,
            Occurrence.Kind.SETTING_CHANGED, EventKind.SETTING_CHANGED,
            Occurrence.Kind.DEPLOYMENT, EventKind.DEPLOYMENT,
            Occurrence.Kind.FINDING, EventKind.FINDING,
            Occurrence.Kind.NOTICE, EventKind.LIMIT_REACHED));

    private final Events events;
    private final Alerts alerts;
    private final Function<String, Optional<Diagnosis>> diagnosis;
    private final Clock clock;
    private final Instant startedAt;
    private final ObjectMapper json = new ObjectMapper()
            .registerModules(new Jdk8Module(), new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    private final ScheduledThreadPoolExecutor writer = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "poolwright-ledger");
        thread.setDaemon(true);
        return thread;
    });
    private final Deque<Occurrence> waiting = new ArrayDeque<>();
    private final Map<String, UUID> firing = new LinkedHashMap<>();
    private final Set<String> seen = new HashSet<>();
    private Instant notBefore = Instant.EPOCH;
    private boolean settled;
    private long dropped;
    private long written;

    StateLedger(Events events, Alerts alerts, Function<String, Optional<Diagnosis>> diagnosis, Clock clock) {
        this.events = events;
        this.alerts = alerts;
        this.diagnosis = diagnosis;
        this.clock = clock;
        this.startedAt = clock.instant();
        var ignored = writer.scheduleWithFixedDelay(this::drain, 200, 200, TimeUnit.MILLISECONDS);
    }

    @Override
    public void note(Occurrence occurrence) {
        synchronized (waiting) {
            if (waiting.size() >= MOST) {
                dropped++;
                if (!waiting.removeIf(one -> one.kind() == Occurrence.Kind.NOTICE)) {
                    waiting.removeFirst();
                }
            }
            waiting.addLast(occurrence);
        }
    }

    /** How many things wait to be written. */
    int waiting() {
        synchronized (waiting) {
            return waiting.size();
        }
    }

    /** How many were written, and how many never will be. */
    long[] counts() {
        synchronized (waiting) {
            return new long[] {written, dropped};
        }
    }

    private void drain() {
        if (clock.instant().isBefore(notBefore)) {
            return;
        }
        try {
            for (Optional<Occurrence> next = first(); next.isPresent(); next = first()) {
                write(next.get());
                synchronized (waiting) {
                    waiting.removeFirst();
                    written++;
                }
            }
            settle();
        } catch (UnavailableException e) {
            notBefore = clock.instant().plus(RETRY);
        } catch (RuntimeException e) {
            LOG.warn("an occurrence could not be written and is left out: {}", String.valueOf(e.getMessage()));
            synchronized (waiting) {
                waiting.pollFirst();
                dropped++;
            }
        }
    }

    private Optional<Occurrence> first() {
        synchronized (waiting) {
            return Optional.ofNullable(waiting.peekFirst());
        }
    }

    private void write(Occurrence one) throws UnavailableException {
        String fingerprint = fingerprint(one);
        switch (one.kind()) {
            case ALERT_FIRED -> {
                seen.add(fingerprint);
                Alert alert = alerts.fire(new NewAlert(
                        fingerprint,
                        service(one),
                        one.subject(),
                        one.title(),
                        one.text(),
                        Severity.of(one.severity()).orElse(Severity.WARNING),
                        one.at()));
                firing.put(fingerprint, alert.id());
            }
            case ALERT_ENDED -> {
                firing.remove(fingerprint);
                seen.remove(fingerprint);
                alerts.resolve(fingerprint, one.at());
            }
            default -> {
                events.record(NewEvent.seen(
                        one.at(),
                        KINDS.getOrDefault(one.kind(), EventKind.LIMIT_REACHED),
                        service(one),
                        one.title(),
                        detail(one)));
                if (one.kind() == Occurrence.Kind.CAUSE_NAMED) {
                    diagnosed(one.service());
                }
            }
        }
    }

    private void diagnosed(String service) {
        Optional<String> text = diagnosis.apply(service).flatMap(this::text);
        if (text.isPresent() && text.get().length() <= Alerts.LONGEST_DIAGNOSIS) {
            firing.forEach((fingerprint, id) -> {
                if (fingerprint.startsWith(service + "|")) {
                    alerts.diagnosed(id, text.get());
                }
            });
        }
    }

    private Optional<String> text(Diagnosis it) {
        try {
            return Optional.of(json.writeValueAsString(it));
        } catch (JsonProcessingException e) {
            LOG.warn("a diagnosis could not be written: {}", e.getOriginalMessage());
            return Optional.empty();
        }
    }

    /** What fired before the last stop and does not fire now has ended while nobody looked. */
    private void settle() {
        if (!settled && Duration.between(startedAt, clock.instant()).compareTo(SETTLED) > 0) {
            for (Alert alert : alerts.firing()) {
                if (!seen.contains(alert.fingerprint())) {
                    alerts.resolve(alert.fingerprint(), clock.instant());
                }
            }
            settled = true;
        }
    }

    private static Optional<String> service(Occurrence one) {
        return one.service().isEmpty() ? Optional.empty() : Optional.of(one.service());
    }

    private String detail(Occurrence one) {
        Map<String, String> detail = new LinkedHashMap<>();
        detail.put("subject", one.subject());
        detail.put("rule", one.rule());
        detail.put("severity", one.severity());
        detail.put("text", one.text());
        try {
            String text = json.writeValueAsString(detail);
            return text.length() <= NewEvent.LONGEST_DETAIL ? text : "{}";
        } catch (JsonProcessingException e) {
            return "{}";
        }
    }

    /** A long one ends in a number of its own, so that it stays the same and within what is accepted. */
    static String fingerprint(Occurrence one) {
        String whole = one.fingerprint();
        return whole.length() <= 180
                ? whole
                : whole.substring(0, 140) + "|" + UUID.nameUUIDFromBytes(whole.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        writer.shutdown();
        try {
            if (!writer.awaitTermination(3, TimeUnit.SECONDS)) {
                LOG.warn("{} occurrences were not written before the end", waiting());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        notBefore = Instant.EPOCH; // one more try, whenever the last one was
        drain();
    }
}
