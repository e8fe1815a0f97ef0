package io.poolwright.server.ui;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A patch as one line of JSON. */
final class PatchJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private PatchJson() {}

    static String of(Patch patch) {
        try {
            return MAPPER.writeValueAsString(patch);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a patch is texts only", e);
        }
    }
}
