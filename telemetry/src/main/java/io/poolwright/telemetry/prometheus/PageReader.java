package io.poolwright.telemetry.prometheus;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One pass over one page.
 *
 * <p>Pages of one source list the same series in the same order, so the reader first compares the bytes with the series
 * that followed the last time: one comparison of known length, no search for its end and no hash. Only when that guess
 * is wrong does it look for the end of the series, hash it and ask the cache.
 */
final class PageReader {
    private static final int FIRST_SAMPLES = 256;

    private final byte[] bytes;
    private final int end;
    private final SeriesCache cache;
    private final PageLimits limits;
    private final Prefixes prefixes;
    private final long page;

    private int at;
    private KnownSeries previous;
    private Series[] series;
    private double[] values;
    private int size;
    private int beyond;

    PageReader(byte[] bytes, int length, SeriesCache cache, PageLimits limits, Prefixes prefixes) {
        this.bytes = bytes;
        this.end = length;
        this.cache = cache;
        this.limits = limits;
        this.prefixes = prefixes;
        this.page = cache.beginPage();
        this.previous = cache.start();
        int room = Math.min(limits.series(), Math.max(FIRST_SAMPLES, cache.size()));
        this.series = new Series[room];
        this.values = new double[room];
    }

    MetricsPage read() {
        while (at < end) {
            line();
        }
        return new MetricsPage(series, values, size, beyond);
    }

    private void line() {
        KnownSeries guess = previous.follower;
        if (guess != null && guess.begins(bytes, at, end)) {
            int lineStart = at;
            at += guess.length();
            skipBlanks();
            if (at < end && bytes[at] != '{') {
                sample(guess);
                return;
            }
            at = lineStart; // "name {labels}" is another series than "name"
        }
        skipBlanks();
        if (at == end || bytes[at] == '\n' || bytes[at] == '\r') {
            endLine();
        } else if (bytes[at] == '#') {
            comment();
        } else if (prefixes.want(bytes, at, end)) {
            int from = at;
            int to = endOfSeries();
            KnownSeries known = known(from, to);
            if (known == null) {
                beyond++;
                skipLine();
                return;
            }
            at = to;
            skipBlanks();
            sample(known);
        } else {
            skipLine();
        }
    }

    private void sample(KnownSeries known) {
        if (known.seenOn == page) {
            throw rejected("series " + known.series + " a second time", "each series once");
        }
        known.seenOn = page;
        previous.follower = known;
        previous = known;
        double value = number("a value: decimal, NaN, +Inf or -Inf");
        if (at < end && bytes[at] != '\n') {
            afterValue();
        }
        endLine();
        if (size == series.length) {
            makeRoom();
        }
        series[size] = known.series;
        values[size++] = value;
    }

    /** The series that stands there; null when it is beyond the limits and left out. */
    private @Nullable KnownSeries known(int from, int to) {
        int hash = cache.hash(bytes, from, to);
        KnownSeries known = cache.find(hash, bytes, from, to);
        if (known != null) {
            return known;
        }
        if (mayLeaveOut() && (cache.size() >= limits.series() || to - from > limits.seriesBytes())) {
            return null;
        }
        try {
            Series parsed = SeriesSyntax.parse(bytes, from, to);
            return mayLeaveOut() && parsed.labels().size() > limits.labels()
                    ? null
                    : cache.add(parsed, hash, bytes, from, to);
        } catch (SeriesSyntax.Rejected e) {
            throw rejected(e);
        }
    }

    /** A time stamp is checked and dropped: one look has one time, its own. An exemplar likewise. */
    private void afterValue() {
        skipBlanks();
        if (atLineEnd()) {
            return;
        }
        if (bytes[at] != '#') {
            number("a time stamp in digits after the value");
            skipBlanks();
        }
        if (!atLineEnd() && bytes[at] == '#') {
            exemplar();
        }
    }

    private void exemplar() {
        at++;
        skipBlanks();
        int from = at;
        int to = from < end && bytes[from] == '{' ? endOfLabels(from) : from;
        try {
            if (to == from) {
                throw new SeriesSyntax.Rejected("# after a value", "an exemplar, as in # {trace_id=\"…\"} 0.5");
            }
            SeriesSyntax.checkLabels(bytes, from, to);
        } catch (SeriesSyntax.Rejected e) {
            throw rejected(e);
        }
        at = to;
        skipBlanks();
        number("a value in digits after the labels of an exemplar");
        skipBlanks();
        if (!atLineEnd()) {
            number("a time stamp in digits after an exemplar");
            skipBlanks();
        }
    }

    private double number(String accepted) {
        int from = at;
        while (at < end && bytes[at] > ' ') {
            at++;
        }
        try {
            return Decimal.parse(bytes, from, at);
        } catch (NumberFormatException e) {
            throw rejected(quote(from), accepted);
        }
    }

    private void comment() {
        int from = at;
        skipLine();
        int to = at > from && bytes[at - 1] == '\n' ? at - 1 : at;
        to = to > from && bytes[to - 1] == '\r' ? to - 1 : to;
        if (to - from == 5 && new String(bytes, from, 5, StandardCharsets.ISO_8859_1).equals("# EOF")) {
            skipBlankLines();
            if (at < end) {
                throw rejected(quote(at), "nothing after # EOF");
            }
        }
    }

    private void skipBlankLines() {
        while (at < end && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\n' || bytes[at] == '\r')) {
            at++;
        }
    }

    private boolean mayLeaveOut() {
        return limits.beyond() == PageLimits.Beyond.LEFT_OUT;
    }

    private int endOfSeries() {
        int i = at;
        while (i < end && bytes[i] != '{' && !isBlank(bytes[i]) && bytes[i] != '\n') {
            i++;
        }
        int brace = i;
        while (brace < end && isBlank(bytes[brace])) {
            brace++;
        }
        return brace < end && bytes[brace] == '{' ? endOfLabels(brace) : i;
    }

    private int endOfLabels(int brace) {
        boolean inQuotes = false;
        for (int i = brace + 1; i < end && bytes[i] != '\n'; i++) {
            byte letter = bytes[i];
            if (letter == '"') {
                inQuotes = !inQuotes;
            } else if (letter == '\\' && inQuotes && i + 1 < end && bytes[i + 1] != '\n') {
                i++;
            } else if (letter == '}' && !inQuotes) {
                return i + 1;
            }
        }
        throw rejected(quote(brace), inQuotes ? "a closing double quote on the same line" : "a closing } on the line");
    }

    private void endLine() {
        if (at < end && bytes[at] == '\r') {
            at++;
        }
        if (at < end) {
            if (bytes[at] != '\n') {
                throw rejected(quote(at), "the end of the line");
            }
            at++;
        }
    }

    private void skipLine() {
        while (at < end && bytes[at] != '\n') {
            at++;
        }
        if (at < end) {
            at++;
        }
    }

    private void skipBlanks() {
        while (at < end && isBlank(bytes[at])) {
            at++;
        }
    }

    private boolean atLineEnd() {
        return at == end || bytes[at] == '\n' || bytes[at] == '\r';
    }

    private static boolean isBlank(byte letter) {
        return letter == ' ' || letter == '\t';
    }

    private void makeRoom() {
        if (size == limits.series()) {
            throw new MetricsOverflowException("series", size, limits.series());
        }
        int room = Math.min(limits.series(), size * 2);
        series = Arrays.copyOf(series, room);
        values = Arrays.copyOf(values, room);
    }

    private String quote(int from) {
        int to = from;
        while (to < end && bytes[to] != '\n' && bytes[to] != '\r') {
            to++;
        }
        return to == from
                ? "the end of the line"
                : "'" + new String(bytes, from, to - from, StandardCharsets.UTF_8) + "'";
    }

    private MetricsSyntaxException rejected(SeriesSyntax.Rejected why) {
        return rejected(why.found, why.accepted);
    }

    private MetricsSyntaxException rejected(String found, String accepted) {
        int line = 1;
        for (int i = 0; i < Math.min(at, end); i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return new MetricsSyntaxException(line, found, accepted);
    }
}
