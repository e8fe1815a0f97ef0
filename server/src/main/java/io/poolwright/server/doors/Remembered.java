package io.poolwright.server.doors;

import io.poolwright.server.state.UnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Answers of the database, remembered for seconds: a request need not ask it, what was taken away is gone soon after, and while the
 * database is away what was known stays so. What was not found is not remembered, so that guesses cannot fill the memory.
 */
final class Remembered<K, V> {
    static final Duration FOR = Duration.ofSeconds(5);

    /** Answers kept at most. */
    static final int MOST = 10_000;

    private final Function<K, Optional<V>> source;
    private final Clock clock;
    private final ConcurrentHashMap<K, Seen<V>> seen = new ConcurrentHashMap<>();

    private record Seen<V>(V value, Instant at) {}

    Remembered(Function<K, Optional<V>> source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    Optional<V> get(K key) {
        Instant now = clock.instant();
        Seen<V> last = seen.get(key);
        if (last != null && now.isBefore(last.at().plus(FOR))) {
            return Optional.of(last.value());
        }
        Optional<V> fresh;
        try {
            fresh = source.apply(key);
        } catch (UnavailableException e) {
            if (last == null) {
                throw e;
            }
            return Optional.of(last.value());
        }
        if (fresh.isEmpty()) {
            seen.remove(key);
            return fresh;
        }
        if (seen.size() >= MOST) {
            seen.clear();
        }
        seen.put(key, new Seen<>(fresh.get(), now));
        return fresh;
    }

    /** Looks again the next time. */
    void forget(K key) {
        seen.remove(key);
    }

    /** Looks again at everything. */
    void forgetAll() {
        seen.clear();
    }
}
