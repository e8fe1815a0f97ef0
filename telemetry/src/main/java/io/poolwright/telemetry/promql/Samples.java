package io.poolwright.telemetry.promql;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The answer to an instant query, read as a stream: only what is asked for is kept.
 *
 * <p>Source: Prometheus documentation, "HTTP API", instant queries: {@code {"status":"success","data":{"resultType":
 * "vector","result":[{"metric":{…},"value":[time,"number"]}]}}}.
 */
final class Samples {
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(32)
                    .maxStringLength(1 << 16)
                    .maxNumberLength(64)
                    .build())
            .build();

    private Samples() {}

    /** The samples of an answer, at most so many; throws an {@link IOException} that says in words why there are none. */
    static Vector read(byte[] body, int most) throws IOException {
        Vector vector = new Vector(new ArrayList<>());
        try (JsonParser json = JSON.createParser(body)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("the answer is no JSON object");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                json.nextToken();
                if (field.equals("status") && !json.getText().equals("success")) {
                    throw new IOException("the query failed");
                }
                if (field.equals("data") && json.currentToken() == JsonToken.START_OBJECT) {
                    data(json, vector, most);
                } else {
                    json.skipChildren();
                }
            }
        }
        return vector;
    }

    private static void data(JsonParser json, Vector vector, int most) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            JsonToken value = json.nextToken();
            if (field.equals("resultType") && !json.getText().equals("vector")) {
                throw new IOException("the answer is no vector");
            }
            if (field.equals("result") && value == JsonToken.START_ARRAY) {
                while (json.nextToken() == JsonToken.START_OBJECT) {
                    if (vector.samples.size() == most) {
                        throw new IOException("the answer has more than %d series".formatted(most));
                    }
                    vector.samples.add(sample(json));
                }
            } else {
                json.skipChildren();
            }
        }
    }

    private static Sample sample(JsonParser json) throws IOException {
        SortedMap<String, String> labels = new TreeMap<>();
        double value = Double.NaN;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            JsonToken token = json.nextToken();
            if (field.equals("metric") && token == JsonToken.START_OBJECT) {
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    String label = json.currentName();
                    json.nextToken();
                    labels.put(label, json.getText());
                    json.skipChildren();
                }
            } else if (field.equals("value") && token == JsonToken.START_ARRAY) {
                json.nextToken();
                json.nextToken();
                value = number(json.getText());
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    if (json.currentToken() == null) {
                        throw new IOException("the answer was cut off");
                    }
                    json.skipChildren();
                }
            } else {
                json.skipChildren();
            }
        }
        return new Sample(labels, value);
    }

    private static double number(String text) throws IOException {
        if (text == null || text.length() > 64) {
            throw new IOException("the answer has a value that is no number");
        }
        return switch (text) {
            case "NaN" -> Double.NaN;
            case "+Inf", "Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> {
                try {
                    yield Double.parseDouble(text);
                } catch (NumberFormatException e) {
                    throw new IOException("the answer has a value that is no number", e);
                }
            }
        };
    }

    /** What a query gave. */
    record Vector(List<Sample> samples) {}

    /** One series and its value; the name of the metric is the label {@code __name__}. */
    record Sample(SortedMap<String, String> labels, double value) {}
}
