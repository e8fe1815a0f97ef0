package io.poolwright.telemetry.nginx;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of a line that names them: {@code rt=0.1 uct="0.001" urt="0.1"} behind any other text, or a line of JSON.
 * Names are nginx's own or the short ones that its documentation uses.
 */
final class NamedFields {
    private static final int MOST_FIELDS = 100;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(5)
                    .maxStringLength(32_000)
                    .build())
            .build();

    private static final Map<String, String> VARIABLES = Map.ofEntries(
            Map.entry("urt", "upstream_response_time"),
            Map.entry("upstream_response_time", "upstream_response_time"),
            Map.entry("uct", "upstream_connect_time"),
            Map.entry("upstream_connect_time", "upstream_connect_time"),
            Map.entry("uaddr", "upstream_addr"),
            Map.entry("ua", "upstream_addr"),
            Map.entry("upstream_addr", "upstream_addr"),
            Map.entry("us", "upstream_status"),
            Map.entry("ustatus", "upstream_status"),
            Map.entry("upstream_status", "upstream_status"),
            Map.entry("rt", "request_time"),
            Map.entry("request_time", "request_time"),
            Map.entry("status", "status"));

    private NamedFields() {}

    static Optional<Map<String, String>> read(String line) {
        Map<String, String> fields = line.startsWith("{") ? json(line) : words(line);
        return fields.containsKey("upstream_response_time") || fields.containsKey("upstream_connect_time")
                ? Optional.of(fields)
                : Optional.empty();
    }

    /** From the left, each name only where a word begins; later ones win, for a client's words stand before. */
    private static Map<String, String> words(String line) {
        Map<String, String> fields = new HashMap<>();
        int at = 0;
        while (at < line.length()) {
            int equals = line.indexOf('=', at);
            if (equals < 0) {
                break;
            }
            int from = equals;
            while (from > at && (Character.isLetter(line.charAt(from - 1)) || line.charAt(from - 1) == '_')) {
                from--;
            }
            String variable = VARIABLES.get(line.substring(from, equals));
            if (variable == null || (from > 0 && line.charAt(from - 1) != ' ')) {
                at = equals + 1;
                continue;
            }
            boolean quoted = equals + 1 < line.length() && line.charAt(equals + 1) == '"';
            int start = equals + (quoted ? 2 : 1);
            int end = quoted ? line.indexOf('"', start) : UpstreamList.end(line, start, ' ');
            end = end < 0 ? line.length() : end;
            fields.put(variable, line.substring(start, end));
            at = Math.max(end, equals + 1);
        }
        return fields;
    }

    private static Map<String, String> json(String line) {
        Map<String, String> fields = new HashMap<>();
        try (JsonParser parser = JSON.createParser(line)) {
            parser.nextToken();
            for (int i = 0; i < MOST_FIELDS && parser.nextToken() == JsonToken.FIELD_NAME; i++) {
                String variable = VARIABLES.get(parser.currentName());
                JsonToken value = parser.nextToken();
                if (variable != null && value != null && value.isScalarValue()) {
                    fields.put(variable, parser.getText());
                }
                parser.skipChildren();
            }
            return fields;
        } catch (IOException e) {
            return Map.of(); // not JSON after all: a line that is not understood
        }
    }
}
