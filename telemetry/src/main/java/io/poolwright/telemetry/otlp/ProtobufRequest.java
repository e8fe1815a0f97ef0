package io.poolwright.telemetry.otlp;

import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import io.opentelemetry.proto.metrics.v1.SummaryDataPoint;
import io.poolwright.telemetry.otlp.Point.Kind;
import io.poolwright.telemetry.otlp.Point.Numbers;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** An OTLP metrics request in protobuf. Source: opentelemetry-proto 1.11, metrics.proto. */
final class ProtobufRequest {
    private static final int NO_VALUE = 1;

    private final Predicate<String> wanted;
    private final Told told = new Told();

    private ProtobufRequest(Predicate<String> wanted) {
        this.wanted = wanted;
    }

    /** The points of a body whose metrics are wanted by name. */
    static Told read(byte[] body, Predicate<String> wanted) throws OtlpException {
        ProtobufRequest request = new ProtobufRequest(wanted);
        try {
            Weight.check(body);
            ExportMetricsServiceRequest.parseFrom(body).getResourceMetricsList().forEach(request::resource);
        } catch (IOException e) {
            throw new OtlpException("the body is no OTLP metrics request in protobuf", e);
        }
        return request.told;
    }

    private void resource(ResourceMetrics resource) {
        Told.Sender process = Told.Sender.of(attributes(resource.getResource().getAttributesList()));
        for (ScopeMetrics scope : resource.getScopeMetricsList()) {
            for (Metric metric : scope.getMetricsList()) {
                if (wanted.test(metric.getName())) {
                    metric(process, metric);
                }
            }
        }
    }

    private void metric(Told.Sender process, Metric metric) {
        switch (metric.getDataCase()) {
            case GAUGE -> numbers(process, metric, Kind.LEVEL, metric.getGauge().getDataPointsList());
            case SUM -> {
                Kind kind = kind(metric.getSum().getAggregationTemporality());
                List<NumberDataPoint> points = metric.getSum().getDataPointsList();
                if (metric.getSum().getIsMonotonic()) {
                    numbers(process, metric, kind, points);
                } else if (kind == Kind.CUMULATIVE) {
                    numbers(process, metric, Kind.LEVEL, points);
                } else {
                    told.reject(points.size(), "the changes of a level do not tell the level: send it cumulative");
                }
            }
            case HISTOGRAM -> {
                Kind kind = kind(metric.getHistogram().getAggregationTemporality());
                for (HistogramDataPoint point : metric.getHistogram().getDataPointsList()) {
                    Numbers numbers = isNothing(point.getFlags()) ? new Numbers.Nothing() : buckets(point, kind);
                    add(process, metric, kind, point.getAttributesList(), point.getTimeUnixNano(), numbers);
                }
            }
            case EXPONENTIAL_HISTOGRAM -> {
                Kind kind = kind(metric.getExponentialHistogram().getAggregationTemporality());
                for (ExponentialHistogramDataPoint point :
                        metric.getExponentialHistogram().getDataPointsList()) {
                    Numbers numbers = isNothing(point.getFlags()) ? new Numbers.Nothing() : grid(point, kind);
                    add(process, metric, kind, point.getAttributesList(), point.getTimeUnixNano(), numbers);
                }
            }
            case SUMMARY -> {
                for (SummaryDataPoint point : metric.getSummary().getDataPointsList()) {
                    Numbers numbers = isNothing(point.getFlags()) ? new Numbers.Nothing() : quantiles(point);
                    add(process, metric, Kind.CUMULATIVE, point.getAttributesList(), point.getTimeUnixNano(), numbers);
                }
            }
            case DATA_NOT_SET -> {} // a metric without points
        }
    }

    private void numbers(Told.Sender process, Metric metric, Kind kind, List<NumberDataPoint> points) {
        for (NumberDataPoint point : points) {
            double value = point.hasAsInt()
                    ? (double) point.getAsInt()
                    : point.hasAsDouble() ? point.getAsDouble() : Double.NaN;
            Numbers numbers = isNothing(point.getFlags()) ? new Numbers.Nothing() : new Numbers.Value(value);
            add(process, metric, kind, point.getAttributesList(), point.getTimeUnixNano(), numbers);
        }
    }

    private void add(
            Told.Sender process, Metric metric, Kind kind, List<KeyValue> attributes, long nanos, Numbers numbers) {
        told.add(process, new Point(metric.getName(), metric.getUnit(), kind, attributes(attributes), nanos, numbers));
    }

    private static Numbers buckets(HistogramDataPoint point, Kind kind) {
        double[] bounds = point.getExplicitBoundsList().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        double[] counts = point.getBucketCountsList().stream()
                .mapToDouble(Long::doubleValue)
                .toArray();
        double max = kind == Kind.DELTA && point.hasMax() ? point.getMax() : Double.NaN;
        return new Numbers.Buckets(
                (double) point.getCount(), point.hasSum() ? point.getSum() : Double.NaN, max, bounds, counts);
    }

    private static Numbers grid(ExponentialHistogramDataPoint point, Kind kind) {
        double[] counts = point.getPositive().getBucketCountsList().stream()
                .mapToDouble(Long::doubleValue)
                .toArray();
        return Grid.buckets(
                (double) point.getCount(),
                point.hasSum() ? point.getSum() : Double.NaN,
                kind == Kind.DELTA && point.hasMax() ? point.getMax() : Double.NaN,
                point.getScale(),
                (double) point.getZeroCount(),
                point.getPositive().getOffset(),
                counts);
    }

    private static Numbers quantiles(SummaryDataPoint point) {
        double[] quantiles = point.getQuantileValuesList().stream()
                .mapToDouble(it -> it.getQuantile())
                .toArray();
        double[] values = point.getQuantileValuesList().stream()
                .mapToDouble(it -> it.getValue())
                .toArray();
        return new Numbers.Quantiles((double) point.getCount(), point.getSum(), quantiles, values);
    }

    private static boolean isNothing(int flags) {
        return (flags & NO_VALUE) != 0;
    }

    private static Kind kind(AggregationTemporality temporality) {
        return temporality == AggregationTemporality.AGGREGATION_TEMPORALITY_DELTA ? Kind.DELTA : Kind.CUMULATIVE;
    }

    private static SortedMap<String, String> attributes(List<KeyValue> pairs) {
        SortedMap<String, String> attributes = new TreeMap<>();
        for (KeyValue pair : pairs) {
            attributes.put(pair.getKey(), text(pair.getValue()));
        }
        return attributes;
    }

    private static String text(AnyValue value) {
        return switch (value.getValueCase()) {
            case STRING_VALUE -> value.getStringValue();
            case BOOL_VALUE -> Boolean.toString(value.getBoolValue());
            case INT_VALUE -> Long.toString(value.getIntValue());
            case DOUBLE_VALUE -> Double.toString(value.getDoubleValue());
            default -> ""; // lists, maps and bytes name no pool
        };
    }
}
