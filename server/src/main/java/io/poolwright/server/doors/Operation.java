package io.poolwright.server.doors;

import java.util.List;
import java.util.Optional;

/**
 * What the API document says about a route.
 *
 * @param summary one sentence
 * @param body the record that is sent, if any
 * @param answer the record that comes back with {@code status}, if any
 * @param status when all went well
 * @param parameters names of query parameters and headers, each with its explanation
 */
public record Operation(
        String summary, Optional<Class<?>> body, Optional<Class<?>> answer, int status, List<Parameter> parameters) {
    /**
     * One thing that may be given beside the body.
     *
     * @param in {@code query} or {@code header}
     */
    public record Parameter(String in, String name, String description) {}

    /** What is only read. */
    public static Operation reads(String summary, Class<?> answer, Parameter... parameters) {
        return new Operation(summary, Optional.empty(), Optional.of(answer), 200, List.of(parameters));
    }

    /** What takes one record and answers with another. */
    public static Operation takes(String summary, Class<?> body, Class<?> answer, int status, Parameter... parameters) {
        return new Operation(summary, Optional.of(body), Optional.of(answer), status, List.of(parameters));
    }

    /** What takes nothing but its path and answers with a record. */
    public static Operation takes(String summary, Class<?> answer) {
        return new Operation(summary, Optional.empty(), Optional.of(answer), 200, List.of());
    }

    /** What answers with nothing but its status. */
    public static Operation does(String summary, int status) {
        return new Operation(summary, Optional.empty(), Optional.empty(), status, List.of());
    }

    /** A query parameter. */
    public static Parameter query(String name, String description) {
        return new Parameter("query", name, description);
    }

    /** A header. */
    public static Parameter header(String name, String description) {
        return new Parameter("header", name, description);
    }
}
