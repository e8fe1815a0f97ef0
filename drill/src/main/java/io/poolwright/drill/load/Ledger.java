package io.poolwright.drill.load;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.HdrHistogram.Histogram;

/**
 * The books of the second under way. Confined to the event loop.
 *
 * <p>Every request is entered once as offered and once as good, late or failed; the difference is in flight.
 */
final class Ledger {
    private static final long MICRO = 1_000;

    private final LongSupplier clock;
    private final long goodWithin;
    private long began;
    private long offered;
    private long attempts;
    private long good;
    private long late;
    private long inFlight;
    private long connectionsOpened;
    private long connectionsReused;
    private long connectionsFailed;
    private Map<String, Long> failed = new HashMap<>();
    private Histogram latency = Durations.recorder();
    private Histogram served = Durations.recorder();
    private Histogram lag = Durations.recorder();

    /**
     * @param clock nanoseconds since the start of the run
     * @param goodWithin longest latency of a good answer (ns)
     */
    Ledger(LongSupplier clock, long goodWithin) {
        this.clock = clock;
        this.goodWithin = goodWithin;
    }

    /** A request that should have started at {@code intended} (ns since the start) is started now. */
    void offered(long intended) {
        offered++;
        inFlight++;
        lag.recordValue(Math.max(0, clock.getAsLong() - intended) / MICRO);
    }

    void attempt() {
        attempts++;
    }

    /** The answer was 200. */
    void succeeded(long intended) {
        long took = finished(intended);
        served.recordValue(took / MICRO);
        if (took <= goodWithin) {
            good++;
        } else {
            late++;
        }
    }

    /** The request is given up. */
    void failed(long intended, String reason) {
        finished(intended);
        failed.merge(reason, 1L, Long::sum);
    }

    void opened() {
        connectionsOpened++;
    }

    void reused() {
        connectionsReused++;
    }

    void notConnected() {
        connectionsFailed++;
    }

    long inFlight() {
        return inFlight;
    }

    /** Closes the books of this second and opens those of the next. */
    Tally turn() {
        long now = clock.getAsLong();
        Tally tally = new Tally(
                began,
                now,
                offered,
                attempts,
                good,
                late,
                failed,
                inFlight,
                latency,
                served,
                lag,
                new Connections(connectionsOpened, connectionsReused, connectionsFailed));
        began = now;
        offered = 0;
        attempts = 0;
        good = 0;
        late = 0;
        connectionsOpened = 0;
        connectionsReused = 0;
        connectionsFailed = 0;
        failed = new HashMap<>();
        latency = Durations.recorder();
        served = Durations.recorder();
        lag = Durations.recorder();
        return tally;
    }

    private long finished(long intended) {
        long took = Math.max(0, clock.getAsLong() - intended);
        inFlight--;
        latency.recordValue(took / MICRO);
        return took;
    }
}
