package io.poolwright.telemetry.otlp;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.poolwright.telemetry.otlp.Point.Kind;
import io.poolwright.telemetry.otlp.Point.Numbers;
import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * An OTLP metrics request in JSON: lower camel case, 64-bit numbers as text or number, enumerations as numbers, unknown
 * fields ignored. Source: OTLP specification 1.11, "JSON Protobuf Encoding".
 */
final class JsonRequest {
    private static final int NO_VALUE = 1;
    private static final int DELTA = 1;
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(64)
                    .maxStringLength(1 << 16)
                    .maxNumberLength(64)
                    .maxTokenCount(5_000_000)
                    .build())
            .build());

    private final Predicate<String> wanted;
    private final Told told = new Told();

    private JsonRequest(Predicate<String> wanted) {
        this.wanted = wanted;
    }

    /** The points of a body whose metrics are wanted by name. */
    static Told read(byte[] body, Predicate<String> wanted) throws OtlpException {
        JsonRequest request = new JsonRequest(wanted);
        try {
            JsonNode root = JSON.readTree(body);
            if (root == null || !root.isObject()) {
                throw new OtlpException("the body is no JSON object");
            }
            root.path("resourceMetrics").forEach(request::resource);
        } catch (JsonProcessingException e) {
            throw new OtlpException("the body is no JSON: see line " + line(e), e);
        } catch (IOException e) {
            throw new OtlpException("the body is no JSON", e);
        }
        return request.told;
    }

    private static int line(JsonProcessingException e) {
        return e.getLocation() == null ? 1 : e.getLocation().getLineNr();
    }

    private void resource(JsonNode resource) {
        Told.Sender process =
                Told.Sender.of(attributes(resource.path("resource").path("attributes")));
        for (JsonNode scope : resource.path("scopeMetrics")) {
            for (JsonNode metric : scope.path("metrics")) {
                if (wanted.test(metric.path("name").asText(""))) {
                    metric(process, metric);
                }
            }
        }
    }

    private void metric(Told.Sender process, JsonNode metric) {
        for (JsonNode point : metric.path("gauge").path("dataPoints")) {
            add(process, metric, Kind.LEVEL, point, value(point));
        }
        sum(process, metric, metric.path("sum"));
        Kind kind = kind(metric.path("histogram"));
        for (JsonNode point : metric.path("histogram").path("dataPoints")) {
            add(process, metric, kind, point, buckets(point, kind));
        }
        Kind exponential = kind(metric.path("exponentialHistogram"));
        for (JsonNode point : metric.path("exponentialHistogram").path("dataPoints")) {
            add(process, metric, exponential, point, grid(point, exponential));
        }
        for (JsonNode point : metric.path("summary").path("dataPoints")) {
            add(process, metric, Kind.CUMULATIVE, point, quantiles(point));
        }
    }

    private void sum(Told.Sender process, JsonNode metric, JsonNode sum) {
        boolean monotonic = sum.path("isMonotonic").asBoolean(false);
        Kind kind = kind(sum);
        if (!monotonic && kind == Kind.DELTA) {
            told.reject(
                    sum.path("dataPoints").size(), "the changes of a level do not tell the level: send it cumulative");
            return;
        }
        for (JsonNode point : sum.path("dataPoints")) {
            add(process, metric, monotonic ? kind : Kind.LEVEL, point, value(point));
        }
    }

    private void add(Told.Sender process, JsonNode metric, Kind kind, JsonNode point, Numbers numbers) {
        boolean nothing = (point.path("flags").asInt(0) & NO_VALUE) != 0;
        told.add(
                process,
                new Point(
                        metric.path("name").asText(""),
                        metric.path("unit").asText(""),
                        kind,
                        attributes(point.path("attributes")),
                        point.path("timeUnixNano").asLong(0),
                        nothing ? new Numbers.Nothing() : numbers));
    }

    private static Numbers value(JsonNode point) {
        JsonNode value = point.has("asInt") ? point.get("asInt") : point.path("asDouble");
        return new Numbers.Value(number(value));
    }

    private static Numbers buckets(JsonNode point, Kind kind) {
        return new Numbers.Buckets(
                number(point.path("count")),
                number(point.path("sum")),
                kind == Kind.DELTA ? number(point.path("max")) : Double.NaN,
                numbers(point.path("explicitBounds")),
                numbers(point.path("bucketCounts")));
    }

    private static Numbers grid(JsonNode point, Kind kind) {
        JsonNode positive = point.path("positive");
        return Grid.buckets(
                number(point.path("count")),
                number(point.path("sum")),
                kind == Kind.DELTA ? number(point.path("max")) : Double.NaN,
                point.path("scale").asInt(0),
                point.path("zeroCount").asDouble(0),
                positive.path("offset").asInt(0),
                numbers(positive.path("bucketCounts")));
    }

    private static Numbers quantiles(JsonNode point) {
        JsonNode pairs = point.path("quantileValues");
        double[] quantiles = new double[pairs.size()];
        double[] values = new double[pairs.size()];
        for (int i = 0; i < pairs.size(); i++) {
            quantiles[i] = number(pairs.get(i).path("quantile"));
            values[i] = number(pairs.get(i).path("value"));
        }
        return new Numbers.Quantiles(number(point.path("count")), number(point.path("sum")), quantiles, values);
    }

    private static double[] numbers(JsonNode list) {
        double[] numbers = new double[list.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(list.get(i));
        }
        return numbers;
    }

    /** The number, written as number or text; NaN for what is none. */
    private static double number(JsonNode node) {
        return node.asDouble(Double.NaN);
    }

    private static Kind kind(JsonNode metric) {
        JsonNode temporality = metric.path("aggregationTemporality");
        boolean delta = temporality.asInt(0) == DELTA || temporality.asText("").equals("AGGREGATION_TEMPORALITY_DELTA");
        return delta ? Kind.DELTA : Kind.CUMULATIVE;
    }

    private static SortedMap<String, String> attributes(JsonNode pairs) {
        SortedMap<String, String> attributes = new TreeMap<>();
        for (JsonNode pair : pairs) {
            JsonNode value = pair.path("value");
            for (String kind : new String[] {"stringValue", "intValue", "boolValue", "doubleValue"}) {
                if (value.has(kind)) {
                    attributes.put(pair.path("key").asText(""), value.get(kind).asText(""));
                }
            }
        }
        return attributes;
    }
}
