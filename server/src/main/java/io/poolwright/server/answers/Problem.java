package io.poolwright.server.answers;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/**
 * Why a request was not done, as RFC 9457 writes it, with what was found, what is accepted and what to send instead.
 *
 * @param type says no more than the status
 * @param title the status in words
 * @param status the HTTP status
 * @param detail one sentence about this request
 * @param found what was found
 * @param accepted what would have been accepted
 * @param write what to send instead
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        Optional<String> found,
        List<String> accepted,
        Optional<String> write) {
    /** The media type. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** Characters of what was found that are given back. */
    private static final int LONGEST_FOUND = 200;

    /** Nothing but a sentence. */
    public static Problem of(int status, String detail) {
        return new Problem(
                "about:blank", Statuses.title(status), status, detail, Optional.empty(), List.of(), Optional.empty());
    }

    /** The same with what was found, cut to a length that helps. */
    public Problem found(String text) {
        String shown = text.length() <= LONGEST_FOUND ? text : text.substring(0, LONGEST_FOUND) + "…";
        return new Problem(type, title, status, detail, Optional.of(shown), accepted, write);
    }

    /** The same with what would have been accepted. */
    public Problem accepted(List<String> all) {
        return new Problem(type, title, status, detail, found, List.copyOf(all), write);
    }

    /** The same with what to send instead. */
    public Problem write(String instead) {
        return new Problem(type, title, status, detail, found, accepted, Optional.of(instead));
    }
}
