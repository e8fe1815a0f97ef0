package io.poolwright.telemetry.prometheus;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A series beside the raw bytes that it was read from, as the cache keeps it. */
final class KnownSeries {
    final Series series;
    final int hash;
    private final byte[] raw;

    /** The next in the same bucket of the cache. */
    @Nullable
    KnownSeries sameBucket;

    /** The series that followed this one on the page where it was seen last: a guess, verified before use. */
    @Nullable
    KnownSeries follower;

    /** The page that this series was seen on last, by the cache's count of pages. */
    long seenOn;

    KnownSeries(Series series, int hash, byte[] raw) {
        this.series = series;
        this.hash = hash;
        this.raw = raw;
    }

    int length() {
        return raw.length;
    }

    /** Whether exactly these raw bytes stand there. */
    boolean is(byte[] bytes, int from, int to) {
        return Arrays.equals(raw, 0, raw.length, bytes, from, to);
    }

    /** Whether these raw bytes stand there, followed by a space. */
    boolean begins(byte[] bytes, int from, int end) {
        int to = from + raw.length;
        return to < end && bytes[to] == ' ' && is(bytes, from, to);
    }
}
