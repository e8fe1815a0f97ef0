package io.poolwright.server.watch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The sentence in an event's detail. */
final class EventDetail {
    private static final ObjectMapper JSON = new ObjectMapper();

    private EventDetail() {}

    /** Its {@code text}, else empty text. */
    static String text(String detail) {
        try {
            JsonNode text = JSON.readTree(detail).path("text");
            return text.isTextual() ? text.asText() : "";
        } catch (JsonProcessingException e) {
            return "";
        }
    }
}
