package io.poolwright.drill;

/**
 * The bounds of one instance's connection pool.
 *
 * @param max open connections at most
 * @param min connections kept open
 */
record PoolSize(int max, int min) {}
