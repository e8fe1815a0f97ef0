package io.poolwright.telemetry.otlp;

import io.poolwright.telemetry.InstanceSeen;
import io.poolwright.telemetry.page.PageReading;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where processes push their metrics to, in OTLP over HTTP: protobuf or JSON, cumulative or delta, of either generation
 * of names. A point that comes twice is taken once. May be called by several threads.
 */
public final class OtlpIntake {
    /** Longest body, in bytes, once it is decompressed; a longer one is refused. */
    public static final int MOST_BYTES = 20 << 20;

    private static final int MOST_PROCESSES = 2000;
    private static final Duration GONE = Duration.ofMinutes(10);

    private final Clock clock;
    private final List<String> prefixes = PageReading.prefixes();
    private final Map<Told.Sender, Arrived> processes = new LinkedHashMap<>(16, 0.75f, true);

    public OtlpIntake(Clock clock) {
        this.clock = clock;
    }

    /**
     * Takes one request.
     *
     * @param body decompressed
     * @param contentType {@code application/x-protobuf} or {@code application/json}
     */
    public OtlpTaken take(byte[] body, String contentType) throws OtlpException {
        if (body.length > MOST_BYTES) {
            throw new OtlpException("found %d bytes; accepted: at most %d".formatted(body.length, MOST_BYTES));
        }
        return taken(told(body, contentType));
    }

    static boolean isJson(String contentType) {
        return mediaType(contentType).equals("application/json");
    }

    private Told told(byte[] body, String contentType) throws OtlpException {
        if (isJson(contentType)) {
            return JsonRequest.read(body, this::isWanted);
        }
        if (mediaType(contentType).equals("application/x-protobuf")) {
            return ProtobufRequest.read(body, this::isWanted);
        }
        throw new OtlpException("found a body of another type; accepted: application/x-protobuf and application/json");
    }

    private synchronized OtlpTaken taken(Told told) {
        Instant now = clock.instant();
        List<InstanceSeen> seen = new ArrayList<>();
        told.points().forEach((who, points) -> {
            Arrived process = process(who, now);
            if (process == null) {
                told.reject(points.size(), "more than %d processes push here".formatted(MOST_PROCESSES));
            } else {
                process.it.take(points, told);
                seen.add(process.it.seen());
            }
        });
        return new OtlpTaken(seen, told.rejected(), told.reason());
    }

    private @Nullable Arrived process(Told.Sender who, Instant now) {
        Arrived known = processes.get(who);
        if (known == null) {
            if (processes.size() >= MOST_PROCESSES) {
                processes.values().removeIf(process -> process.at.isBefore(now.minus(GONE)));
            }
            if (processes.size() >= MOST_PROCESSES) {
                return null;
            }
            known = new Arrived(new PushedProcess(who), now);
            processes.put(who, known);
        }
        known.at = now;
        return known;
    }

    private boolean isWanted(String name) {
        String plain = Translation.plain(name);
        for (String prefix : prefixes) {
            if (plain.startsWith(prefix) || prefix.startsWith(plain)) {
                return true; // a unit or _total that is still to come may make it one
            }
        }
        return false;
    }

    private static String mediaType(String contentType) {
        int end = contentType.indexOf(';');
        return (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    /** A process and when it was last heard of. */
    private static final class Arrived {
        private final PushedProcess it;
        private Instant at;

        Arrived(PushedProcess it, Instant at) {
            this.it = it;
            this.at = at;
        }
    }
}
