package io.poolwright.model;

import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * One instance's HTTP server.
 *
 * @param requests answered since the process started, of any status (count)
 * @param seconds their total duration, in seconds
 * @param serverErrors those answered with 5xx (count)
 * @param inFlight requests being handled now, when the page says
 * @param workers worker threads that may handle a request at once, when the page says
 * @param resent requests that arrived marked as a repeated attempt, when the page counts them (count)
 */
public record HttpSample(
        long requests,
        double seconds,
        long serverErrors,
        OptionalInt inFlight,
        OptionalInt workers,
        OptionalLong resent) {}
