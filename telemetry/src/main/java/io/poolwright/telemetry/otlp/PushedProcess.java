package io.poolwright.telemetry.otlp;

import io.poolwright.model.live.Seen;
import io.poolwright.telemetry.InstanceSeen;
import io.poolwright.telemetry.page.Focus;
import io.poolwright.telemetry.page.PageReading;
import io.poolwright.telemetry.prometheus.MetricsPage;
import io.poolwright.telemetry.prometheus.Series;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** One process that pushes, and the streams that it pushed last. */
final class PushedProcess {
    private static final int MOST_STREAMS = 10_000;
    private static final long SAME_LOOK = 1_000_000_000L; // points of one collection bear one time, or nearly
    private static final long GONE = 600_000_000_000L;

    private final Told.Sender who;
    private final PageReading reading;
    private final Map<StreamKey, Stream> streams = new LinkedHashMap<>();

    PushedProcess(Told.Sender who) {
        this.who = who;
        this.reading = new PageReading(who.service(), who.instance(), Focus.ANY);
    }

    /** Takes points; what cannot be taken is counted there. Points seen before are dropped without a word. */
    void take(List<Point> points, Told told) {
        for (Point point : points) {
            if (point.nanos() <= 0) {
                told.reject(1, "a point without a time");
                continue;
            }
            StreamKey key = new StreamKey(point.name(), point.unit(), point.kind(), point.attributes());
            Stream stream = streams.get(key);
            if (stream == null) {
                if (streams.size() >= MOST_STREAMS) {
                    forgetBefore(point.nanos() - GONE);
                }
                if (streams.size() >= MOST_STREAMS) {
                    told.reject(1, "more than %d streams of one process".formatted(MOST_STREAMS));
                    continue;
                }
                stream = new Stream(point);
                streams.put(key, stream);
            }
            if (!stream.isOld(point) && !stream.take(point)) {
                told.reject(1, "a histogram whose counts do not fit its bounds");
            }
        }
    }

    /** What is known as of the last collection: streams that were not part of it are not told again. */
    InstanceSeen seen() {
        long last = streams.values().stream()
                .mapToLong(stream -> stream.nanos)
                .max()
                .orElse(0); // MIN_VALUE: nothing taken yet
        List<Series> series = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (Stream stream : streams.values()) {
            // deltas are not sent while nothing happens, which says that the sum is still so
            if (stream.nanos > last - (stream.delta ? GONE : SAME_LOOK)) {
                stream.into(series, values);
            }
        }
        MetricsPage page = MetricsPage.of(
                series, values.stream().mapToDouble(Double::doubleValue).toArray());
        Seen seen = reading.read(page);
        return new InstanceSeen(who.service(), who.instance(), Instant.ofEpochSecond(0, Math.max(0, last)), seen);
    }

    private void forgetBefore(long nanos) {
        streams.values().removeIf(stream -> stream.nanos < nanos);
    }

    private record StreamKey(String name, String unit, Point.Kind kind, SortedMap<String, String> attributes) {}
}
