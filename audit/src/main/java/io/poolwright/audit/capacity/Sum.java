package io.poolwright.audit.capacity;

import io.poolwright.model.stack.Bound;
import java.util.Objects;
import java.util.Optional;

/**
 * A sum of connections, perhaps a part of one.
 *
 * @param known what the known terms come to; {@link Bound#UNLIMITED} when one of them has no limit
 * @param missing the first term that is not known; empty when the sum is whole
 * @param terms the arithmetic, for people
 */
public record Sum(long known, Optional<String> missing, String terms) {
    public Sum {
        Objects.requireNonNull(missing, "missing");
        Objects.requireNonNull(terms, "terms");
    }

    static long plus(long a, long b) {
        return a == Bound.UNLIMITED || b == Bound.UNLIMITED || a > Bound.UNLIMITED - b ? Bound.UNLIMITED : a + b;
    }

    static long times(long a, long b) {
        if (a == 0 || b == 0) {
            return 0;
        }
        return a == Bound.UNLIMITED || b == Bound.UNLIMITED || a > Bound.UNLIMITED / b ? Bound.UNLIMITED : a * b;
    }
}
