package io.poolwright.detect.pool;

/**
 * When a pool reaches its limit if it goes on as it does.
 *
 * @param at when it was made (ms since the epoch)
 * @param seconds from then until all is used, most likely
 * @param soonest the same, at the earliest that the measurements allow (s)
 * @param latest and at the latest (s)
 * @param perHour by how many the used rise in an hour
 * @param seen how long the rise was watched (s)
 * @param leak whether the rise is not explained by traffic
 */
record Forecast(long at, double seconds, double soonest, double latest, double perHour, double seen, boolean leak) {

    /** Seconds left, at a later time. */
    double left(long now) {
        return Math.max(0, seconds - (now - at) / 1000.0);
    }

    /** How much wider the latest is than the soonest: less is surer. */
    double width() {
        return latest / Math.max(1, soonest);
    }
}
