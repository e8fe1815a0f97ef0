package io.poolwright.server.ui;

import io.poolwright.model.live.Measure;
import io.poolwright.watch.view.Marker;
import io.poolwright.watch.view.PoolDetail;
import io.poolwright.watch.view.TimeLine;
import java.util.Locale;
import java.util.Optional;

/** A time line as JSON for the charts: times in seconds, {@code null} where unknown. */
final class ChartJson {
    /** As many points as a wide screen has columns for. */
    static final int POINTS = 900;

    private ChartJson() {}

    static String of(PoolDetail pool) {
        TimeLine line = pool.line().thinned(POINTS);
        StringBuilder json = new StringBuilder("{\"at\":[");
        for (int i = 0; i < line.size(); i++) {
            json.append(i == 0 ? "" : ",").append(seconds(line.at(i)));
        }
        json.append("],\"columns\":{");
        for (Measure measure : Measure.values()) {
            json.append(measure == Measure.USED ? "\"" : ",\"")
                    .append(measure.id())
                    .append("\":[");
            for (int i = 0; i < line.size(); i++) {
                json.append(i == 0 ? "" : ",").append(value(line.raw(measure, i)));
            }
            json.append(']');
        }
        json.append("},\"markers\":[");
        boolean first = true;
        for (Marker marker : pool.markers()) {
            json.append(first ? "{" : ",{")
                    .append("\"at\":")
                    .append(seconds(marker.at().toEpochMilli()))
                    .append(",\"kind\":\"")
                    .append(marker.kind().id())
                    .append("\",\"shape\":\"")
                    .append(marker.kind().shape())
                    .append("\"}");
            first = false;
        }
        return json.append("]}").toString();
    }

    /** The newest point alone; empty when there is none. */
    static Optional<String> last(TimeLine line) {
        if (line.size() == 0) {
            return Optional.empty();
        }
        int end = line.size() - 1;
        StringBuilder json =
                new StringBuilder("{\"at\":").append(seconds(line.at(end))).append(",\"columns\":{");
        for (Measure measure : Measure.values()) {
            json.append(measure == Measure.USED ? "\"" : ",\"")
                    .append(measure.id())
                    .append("\":")
                    .append(value(line.raw(measure, end)));
        }
        return Optional.of(json.append("}}").toString());
    }

    private static String seconds(long millis) {
        return millis % 1000 == 0
                ? Long.toString(millis / 1000)
                : String.format(Locale.ROOT, "%d.%03d", millis / 1000, millis % 1000);
    }

    private static String value(double value) {
        if (!Double.isFinite(value)) {
            return "null";
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.4g", value);
    }
}
