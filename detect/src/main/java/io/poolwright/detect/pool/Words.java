package io.poolwright.detect.pool;

import io.poolwright.detect.Say;

/** The pieces of sentences that several judges say. */
final class Words {
    private Words() {}

    /** How full it is, such as {@code 10 of 10 used, 4 wait}; says what is unknown. */
    static String fill(Glance glance) {
        return "%s of %s used, %s wait".formatted(known(glance.used), known(glance.max), known(glance.pending));
    }

    static String known(double value) {
        return Double.isNaN(value) ? "unknown" : Say.number(value);
    }

    /** What the pool lends, such as {@code database connections}. */
    static String what(Glance glance) {
        return glance.pool.tier().what();
    }
}
