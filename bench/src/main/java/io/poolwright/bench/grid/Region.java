package io.poolwright.bench.grid;

/** Where a point was expected to lie when the grid was laid out; what was measured decides. */
enum Region {
    /** Far from every limit. */
    STABLE,
    /** Utilisation of the tightest limit between about 0.8 and 1. */
    KNEE,
    /** More is offered than the tightest limit lets through. */
    COLLAPSED,
    /** Not foreseen. */
    OPEN
}
