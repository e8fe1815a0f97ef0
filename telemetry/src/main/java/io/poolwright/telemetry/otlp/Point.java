package io.poolwright.telemetry.otlp;

import java.util.SortedMap;

/**
 * One measured point of one stream of one process, whatever it was encoded in.
 *
 * @param name the metric's own name, such as {@code db.client.connection.wait_time}
 * @param unit the metric's own unit, such as {@code s} or {@code ms}; empty text for none
 * @param kind how its values go on
 * @param attributes of the point, by name
 * @param nanos when it was measured, since 1970
 * @param numbers what was measured
 */
record Point(String name, String unit, Kind kind, SortedMap<String, String> attributes, long nanos, Numbers numbers) {
    /** How the values of a stream go on. */
    enum Kind {
        /** What is so now; a cumulative sum that may also fall is one. */
        LEVEL,
        /** Counted since the process started. */
        CUMULATIVE,
        /** Counted since the point before. */
        DELTA
    }

    /** What was measured. */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    sealed interface Numbers {
        /** One number. */
        record Value(double value) implements Numbers {}

        /**
         * A histogram: counts between bounds, one more than there are bounds.
         *
         * @param max the largest value since the point before, NaN when not told or told since the start
         */
        record Buckets(double count, double sum, double max, double[] bounds, double[] counts) implements Numbers {}

        /** Percentiles that the process worked out itself. */
        record Quantiles(double count, double sum, double[] quantiles, double[] values) implements Numbers {}

        /** A point that says that there is none. */
        record Nothing() implements Numbers {}
    }
}
