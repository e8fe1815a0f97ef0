package io.poolwright.telemetry.prometheus;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The series that earlier pages had, found by their raw {@code name{labels}} bytes, so that a known series is parsed
 * once. Two series whose hashes collide are told apart by their bytes.
 *
 * <p>Once it holds more series than one page may have, for their labels change, it forgets all before the next page: it
 * never holds more than twice that many. A reader that leaves out what is beyond its limits never puts in more than one
 * page may have; once full, what the last page had is kept and the rest forgotten, so that a flood of new labels does not
 * push out the series that are always there.
 */
final class SeriesCache {
    private static final int FIRST_BUCKETS = 256;

    private final SeriesHash hash;
    private final int capacity;
    private final PageLimits.Beyond beyond;
    private final KnownSeries start = new KnownSeries(Series.of("", Map.of()), 0, new byte[0]);

    /** Names and values that many series have in common, each kept once. */
    private final Map<String, String> words = new HashMap<>();

    private @Nullable KnownSeries[] buckets = new @Nullable KnownSeries[FIRST_BUCKETS];
    private int size;
    private long pages;

    SeriesCache(SeriesHash hash, int capacity, PageLimits.Beyond beyond) {
        this.beyond = beyond;
        this.hash = hash;
        this.capacity = capacity;
    }

    /** Begins a page; its number tells series of this page from those of pages before. */
    long beginPage() {
        if (beyond == PageLimits.Beyond.LEFT_OUT && size >= capacity) {
            forgetAllButTheLastPage();
        } else if (size > capacity) {
            forget();
        }
        return ++pages;
    }

    /** What stands before the first series of every page. */
    KnownSeries start() {
        return start;
    }

    int size() {
        return size;
    }

    int hash(byte[] bytes, int from, int to) {
        return hash.of(bytes, from, to);
    }

    /** The series whose raw bytes stand there, or null when they are new. */
    @Nullable
    KnownSeries find(int hashed, byte[] bytes, int from, int to) {
        KnownSeries known = buckets[hashed & (buckets.length - 1)];
        while (known != null && !(known.hash == hashed && known.is(bytes, from, to))) {
            known = known.sameBucket;
        }
        return known;
    }

    /** Remembers a series that {@link #find} did not find. */
    KnownSeries add(Series series, int hashed, byte[] bytes, int from, int to) {
        if (size >= buckets.length) {
            grow();
        }
        KnownSeries known = new KnownSeries(sharing(series), hashed, Arrays.copyOfRange(bytes, from, to));
        put(buckets, known);
        size++;
        return known;
    }

    private Series sharing(Series series) {
        Map<String, String> labels = new HashMap<>();
        series.labels().forEach((name, value) -> labels.put(word(name), word(value)));
        return Series.of(word(series.name()), labels);
    }

    private String word(String text) {
        String same = words.putIfAbsent(text, text);
        return same == null ? text : same;
    }

    private void forget() {
        words.clear();
        buckets = new @Nullable KnownSeries[FIRST_BUCKETS];
        start.follower = null;
        size = 0;
    }

    private void forgetAllButTheLastPage() {
        @Nullable KnownSeries[] full = buckets;
        buckets = new @Nullable KnownSeries[FIRST_BUCKETS];
        words.clear();
        size = 0;
        for (KnownSeries first : full) {
            KnownSeries known = first;
            while (known != null) {
                KnownSeries next = known.sameBucket;
                if (known.seenOn == pages) {
                    keep(known);
                }
                known = next;
            }
        }
    }

    private void keep(KnownSeries known) {
        if (known.follower != null && known.follower.seenOn != pages) {
            known.follower = null;
        }
        if (size >= buckets.length) {
            grow();
        }
        put(buckets, known);
        size++;
    }

    private void grow() {
        @Nullable KnownSeries[] wider = new @Nullable KnownSeries[buckets.length * 2];
        for (KnownSeries first : buckets) {
            KnownSeries known = first;
            while (known != null) {
                KnownSeries next = known.sameBucket;
                put(wider, known);
                known = next;
            }
        }
        buckets = wider;
    }

    private static void put(@Nullable KnownSeries[] buckets, KnownSeries known) {
        int bucket = known.hash & (buckets.length - 1);
        known.sameBucket = buckets[bucket];
        buckets[bucket] = known;
    }
}
