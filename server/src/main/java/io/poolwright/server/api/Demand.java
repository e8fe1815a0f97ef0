package io.poolwright.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.poolwright.server.answers.Problem;
import io.poolwright.server.answers.RefusedRequestException;
import io.poolwright.server.state.Cursor;
import io.poolwright.server.state.Page;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is demanded of single values in a request; each refusal names the field, what was found and what is accepted. */
final class Demand {
    /** Nothing that we are told happened before this. */
    static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    /** Items of a page when nobody says how many. */
    private static final int USUAL_PAGE = 100;

    private Demand() {}

    static <T> T present(String field, @Nullable T value) {
        if (value == null) {
            throw new RefusedRequestException(Problem.of(400, "The field '%s' is missing.".formatted(field)));
        }
        return value;
    }

    static String line(String field, @Nullable String text, int longest) {
        if (text == null || text.isBlank()) {
            throw new RefusedRequestException(Problem.of(400, "The field '%s' is missing or empty.".formatted(field)));
        }
        if (text.length() > longest) {
            throw new RefusedRequestException(Problem.of(400, "The field '%s' is too long.".formatted(field))
                    .found("%d characters".formatted(text.length()))
                    .accepted(List.of("1 to %d characters".formatted(longest))));
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new RefusedRequestException(
                    Problem.of(400, "The field '%s' has a control character in it; it is one line.".formatted(field)));
        }
        return text.strip();
    }

    static Optional<String> text(String field, Optional<String> text, int longest) {
        return text.map(it -> line(field, it, longest));
    }

    static String object(String field, Optional<JsonNode> node, int longest) {
        Optional<JsonNode> given = node.filter(it -> !it.isNull());
        if (given.isEmpty()) {
            return "{}";
        }
        if (!given.get().isObject()) {
            throw new RefusedRequestException(Problem.of(400, "The field '%s' is not an object.".formatted(field))
                    .write("{\"%s\":{\"version\":\"1.4\"}}".formatted(field)));
        }
        String json = given.get().toString();
        if (json.length() > longest) {
            throw new RefusedRequestException(Problem.of(400, "The field '%s' is too long.".formatted(field))
                    .found("%d characters".formatted(json.length()))
                    .accepted(List.of("at most %d characters".formatted(longest))));
        }
        return json;
    }

    static Optional<Instant> instant(String name, @Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            Instant at = Instant.parse(text);
            if (at.isBefore(EARLIEST) || at.isAfter(Instant.parse("9000-01-01T00:00:00Z"))) {
                throw new DateTimeParseException("out of range", text, 0);
            }
            return Optional.of(at);
        } catch (DateTimeParseException e) {
            throw new RefusedRequestException(Problem.of(400, "The parameter '%s' is not an instant.".formatted(name))
                    .found(text)
                    .write("%s=2026-11-21T12:00:00Z".formatted(name)));
        }
    }

    static Optional<Cursor> cursor(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        return Optional.of(Cursor.parse(text)
                .orElseThrow(
                        () -> new RefusedRequestException(Problem.of(400, "The parameter 'cursor' is none of ours.")
                                .found(text)
                                .write("the value of 'next' in the page before"))));
    }

    static int limit(@Nullable String text) {
        if (text == null) {
            return USUAL_PAGE;
        }
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= Page.LARGEST) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // refused below, as a number out of bounds is
        }
        throw new RefusedRequestException(Problem.of(400, "The parameter 'limit' is out of bounds.")
                .found(text)
                .accepted(List.of("1 to %d".formatted(Page.LARGEST))));
    }

    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw absent();
        }
    }

    static RefusedRequestException absent() {
        return new RefusedRequestException(Problem.of(404, "There is nothing with this id."));
    }
}
