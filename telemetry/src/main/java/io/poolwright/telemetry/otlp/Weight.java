package io.poolwright.telemetry.otlp;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.util.Map;

/**
 * How many messages a protobuf body would become, counted without making any: two bytes can stand for an object of fifty,
 * so that a small body may need much memory.
 *
 * <p>Source: opentelemetry-proto 1.11; only messages that repeat or hold such are looked into.
 */
final class Weight {
    /** Most messages, texts and lists of one body: more than 200,000 points with four attributes each have. */
    static final int MOST = 2_000_000;

    /** The fields of a message that are messages themselves, and what those are. */
    private static final Map<Kind, Map<Integer, Kind>> FIELDS = Map.of(
            Kind.REQUEST, Map.of(1, Kind.RESOURCE_METRICS),
            Kind.RESOURCE_METRICS, Map.of(1, Kind.RESOURCE, 2, Kind.SCOPE_METRICS),
            Kind.RESOURCE, Map.of(1, Kind.PAIR),
            Kind.SCOPE_METRICS, Map.of(1, Kind.SCOPE, 2, Kind.METRIC),
            Kind.SCOPE, Map.of(3, Kind.PAIR),
            Kind.METRIC,
                    Map.of(
                            5, Kind.NUMBERS,
                            7, Kind.NUMBERS,
                            9, Kind.HISTOGRAM,
                            10, Kind.EXPONENTIAL,
                            11, Kind.SUMMARY,
                            12, Kind.PAIR),
            Kind.PAIR, Map.of(2, Kind.VALUE),
            Kind.VALUE, Map.of(5, Kind.LIST, 6, Kind.PAIRS),
            Kind.LIST, Map.of(1, Kind.VALUE),
            Kind.PAIRS, Map.of(1, Kind.PAIR));

    private static final Map<Kind, Map<Integer, Kind>> POINTS = Map.of(
            Kind.NUMBERS, Map.of(1, Kind.NUMBER_POINT),
            Kind.HISTOGRAM, Map.of(1, Kind.HISTOGRAM_POINT),
            Kind.EXPONENTIAL, Map.of(1, Kind.EXPONENTIAL_POINT),
            Kind.SUMMARY, Map.of(1, Kind.NUMBER_POINT),
            Kind.NUMBER_POINT, Map.of(7, Kind.PAIR, 5, Kind.EXEMPLAR),
            Kind.HISTOGRAM_POINT, Map.of(9, Kind.PAIR, 8, Kind.EXEMPLAR),
            Kind.EXPONENTIAL_POINT, Map.of(1, Kind.PAIR, 11, Kind.EXEMPLAR),
            Kind.EXEMPLAR, Map.of(7, Kind.PAIR));

    private static final int DEEPEST = 40;

    private int count;

    private Weight() {}

    /** Throws when the body would become too much, or cannot be read. */
    static void check(byte[] body) throws IOException, OtlpException {
        new Weight().count(CodedInputStream.newInstance(body), Kind.REQUEST, 0);
    }

    private void count(CodedInputStream in, Kind kind, int depth) throws IOException, OtlpException {
        Map<Integer, Kind> fields = FIELDS.getOrDefault(kind, POINTS.getOrDefault(kind, Map.of()));
        while (true) {
            int tag = in.readTag();
            if (tag == 0) {
                return;
            }
            if (WireFormat.getTagWireType(tag) != WireFormat.WIRETYPE_LENGTH_DELIMITED) {
                in.skipField(tag);
                continue;
            }
            if (++count > MOST || depth > DEEPEST) {
                throw new OtlpException("the body has more than %d parts, or they are nested too deep".formatted(MOST));
            }
            Kind part = fields.get(WireFormat.getTagFieldNumber(tag));
            if (part == null) {
                in.skipField(tag);
            } else {
                int outer = in.pushLimit(in.readRawVarint32());
                count(in, part, depth + 1);
                in.popLimit(outer);
            }
        }
    }

    private enum Kind {
        REQUEST,
        RESOURCE_METRICS,
        RESOURCE,
        SCOPE_METRICS,
        SCOPE,
        METRIC,
        NUMBERS,
        HISTOGRAM,
        EXPONENTIAL,
        SUMMARY,
        NUMBER_POINT,
        HISTOGRAM_POINT,
        EXPONENTIAL_POINT,
        EXEMPLAR,
        PAIR,
        VALUE,
        LIST,
        PAIRS
    }
}
