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
 * @param why what is behind the rise
 */
record Forecast(long at, double seconds, double soonest, double latest, double perHour, double seen, Why why) {

    /** Seconds left, at a later time. */
    double left(long now) {
        return Math.max(0, seconds - (now - at) / 1000.0);
    }

    /** How much wider the latest is than the soonest: less is surer. */
    double width() {
        return latest / Math.max(1, soonest);
    }

    /** What is behind a rise. */
    enum Why {
        /** The use times of what comes back do not explain it. */
        LEAK(", which no use time explains: it looks like a leak"),
        /** It does not go with the traffic; use times are not known. */
        BESIDE_TRAFFIC(", which traffic does not explain: a leak or slower work"),
        /** More traffic, slower work, or a leak that cannot be told from them. */
        LOAD("");

        private final String words;

        Why(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }
}
