package io.poolwright.simulate.run;

import io.poolwright.simulate.Failure;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** How often each failure happened. */
final class Reasons {
    private final EnumMap<Failure, long[]> cells = new EnumMap<>(Failure.class);
    private long sum;

    Reasons() {
        for (Failure failure : Failure.values()) {
            cells.put(failure, new long[1]);
        }
    }

    void count(Failure failure) {
        Objects.requireNonNull(cells.get(failure))[0]++;
        sum++;
    }

    long sum() {
        return sum;
    }

    /** As they are now, those that never happened left out. */
    Map<Failure, Long> copy() {
        Map<Failure, Long> copy = new EnumMap<>(Failure.class);
        cells.forEach((failure, cell) -> {
            if (cell[0] > 0) {
                copy.put(failure, cell[0]);
            }
        });
        return copy;
    }

    /** What a later copy has more than an earlier one. */
    static Map<Failure, Long> between(Map<Failure, Long> earlier, Map<Failure, Long> later) {
        Map<Failure, Long> more = new EnumMap<>(Failure.class);
        later.forEach((failure, count) -> {
            long difference = count - earlier.getOrDefault(failure, 0L);
            if (difference > 0) {
                more.put(failure, difference);
            }
        });
        return more;
    }
}
