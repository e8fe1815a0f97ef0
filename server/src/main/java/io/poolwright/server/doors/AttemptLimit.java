package io.poolwright.server.doors;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many wrong tries are looked at in a minute, counted by key: an account's name, an address. Who is over the limit is refused
 * without a look at the password. A try counts before it is looked at, and is given back when it was right.
 */
final class AttemptLimit {
    /** Tries looked at within the window, of one account or from one address. */
    static final int MOST = 10;

    static final Duration WINDOW = Duration.ofMinutes(1);

    /** Keys kept at most, so that invented names cannot fill the memory. The one least recently used goes first. */
    static final int MOST_KEYS = 20_000;

    private final Clock clock;
    private final Map<String, ArrayDeque<Instant>> tries = new LinkedHashMap<>(64, 0.75f, true);

    AttemptLimit(Clock clock) {
        this.clock = clock;
    }

    /** Whether one more try is looked at, for all keys at once; if so, it is counted. */
    synchronized boolean admits(String... keys) {
        Instant now = clock.instant();
        for (String key : keys) {
            if (recent(key, now).size() >= MOST) {
                return false;
            }
        }
        for (String key : keys) {
            tries.computeIfAbsent(key, it -> new ArrayDeque<>()).addLast(now);
        }
        Iterator<String> oldest = tries.keySet().iterator();
        while (tries.size() > MOST_KEYS) {
            oldest.next();
            oldest.remove();
        }
        return true;
    }

    /** Gives the last try back: it was right. Earlier ones stay, so that an own account does not help to guess at others. */
    synchronized void giveBack(String... keys) {
        for (String key : keys) {
            ArrayDeque<Instant> seen = tries.get(key);
            if (seen != null) {
                seen.pollLast();
            }
        }
    }

    private ArrayDeque<Instant> recent(String key, Instant now) {
        ArrayDeque<Instant> seen = tries.getOrDefault(key, new ArrayDeque<>());
        while (!seen.isEmpty() && !seen.getFirst().isAfter(now.minus(WINDOW))) {
            seen.removeFirst();
        }
        return seen;
    }
}
