package io.poolwright.watch.history.quest;

/**
 * What a pool did in one step of time.
 *
 * @param at where the step begins (ms since 1970)
 * @param pool its number in the store
 */
record Bucket(long at, int pool, Sums sums) {}
