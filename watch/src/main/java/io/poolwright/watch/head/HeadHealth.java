package io.poolwright.watch.head;

/**
 * How the head fares, for people.
 *
 * @param pools pools that are kept now
 * @param mostPools how many may be
 * @param points looks that were kept since the start
 * @param late looks that were dropped since the start, for a later one was known
 * @param refused looks that were dropped since the start, for their pool was one too many
 * @param lastRefused the pool that was refused last; empty text for none
 * @param bytes memory that the looks take now
 */
public record HeadHealth(
        int pools, int mostPools, long points, long late, long refused, String lastRefused, long bytes) {}
