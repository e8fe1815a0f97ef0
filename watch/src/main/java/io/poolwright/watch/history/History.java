package io.poolwright.watch.history;

import io.poolwright.model.Answer;
import io.poolwright.model.live.Measure;
import io.poolwright.model.live.PoolId;
import io.poolwright.watch.head.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What every pool did over days and months. A store that is slow, full or gone costs rows, never time: nothing here waits
 * for a disk but the questions. For any number of threads.
 */
public interface History extends AutoCloseable {

    /** Hands looks over to be written soon. It never waits; what there is no room for is dropped and counted. */
    void append(List<Point> points);

    /**
     * One pool's measures over a time, at the finest step that is asked for and still kept. The last minute may not be there
     * yet: ask the head for it.
     *
     * @param measures which; the others are unknown in the answer
     * @param from first, included
     * @param to last, included
     * @param step how far apart points are to be at least
     * @return silent when the store does not answer, or when it is asked for too much
     */
    Answer<Trend> range(PoolId pool, Set<Measure> measures, Instant from, Instant to, Duration step);

    /**
     * The pools with the highest values of a measure in a time, highest first.
     *
     * @param most how many at most
     */
    Answer<List<Top>> topK(Measure measure, int most, Instant from, Instant to);

    /** How the store fares. */
    HistoryHealth health();

    /** Writes what was handed over, and closes the store. */
    @Override
    void close();
}
