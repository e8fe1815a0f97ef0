package io.poolwright.telemetry.otlp;

import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsPartialSuccess;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.poolwright.telemetry.InstanceSeen;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * What came of one request.
 *
 * @param seen each process that the request told of
 * @param rejected points that were not taken (count)
 * @param reason why the first of them was not; empty text when all were
 */
public record OtlpTaken(List<InstanceSeen> seen, long rejected, String reason) {
    public OtlpTaken {
        seen = List.copyOf(seen);
        Objects.requireNonNull(reason, "reason");
    }

    /** The body of the answer that OTLP asks for, in the encoding of the request. */
    public byte[] answer(String contentType) {
        if (OtlpIntake.isJson(contentType)) {
            String partial = rejected == 0
                    ? ""
                    : "\"partialSuccess\":{\"rejectedDataPoints\":\"%d\",\"errorMessage\":\"%s\"}"
                            .formatted(rejected, reason);
            return ("{" + partial + "}").getBytes(StandardCharsets.UTF_8);
        }
        ExportMetricsServiceResponse.Builder answer = ExportMetricsServiceResponse.newBuilder();
        if (rejected > 0) {
            answer.setPartialSuccess(ExportMetricsPartialSuccess.newBuilder()
                    .setRejectedDataPoints(rejected)
                    .setErrorMessage(reason));
        }
        return answer.build().toByteArray();
    }
}
