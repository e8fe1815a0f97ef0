package io.poolwright.server.api;

import io.poolwright.server.answers.Problem;
import io.poolwright.server.answers.RefusedRequestException;
import io.poolwright.server.watch.LiveWatch;
import io.poolwright.telemetry.InstanceSeen;
import io.poolwright.telemetry.otlp.OtlpException;
import io.poolwright.telemetry.otlp.OtlpIntake;
import io.poolwright.telemetry.otlp.OtlpTaken;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /v1/metrics}: where services push their metrics, by OTLP over HTTP. A compressed body comes here unpacked. */
@RestController
public final class MetricsIntake {
    private final OtlpIntake intake;
    private final LiveWatch watch;

    MetricsIntake(LiveWatch watch, Clock clock) {
        this.watch = watch;
        this.intake = new OtlpIntake(clock);
    }

    @PostMapping("/v1/metrics")
    ResponseEntity<byte[]> take(
            @RequestHeader(name = "Content-Type", required = false) @Nullable String type,
            @RequestBody(required = false) byte @Nullable [] body) {
        String contentType = type == null ? "" : type;
        try {
            OtlpTaken taken = intake.take(body == null ? new byte[0] : body, contentType);
            for (InstanceSeen one : taken.seen()) {
                watch.eye().push(one.service(), one.instance(), one.seen());
            }
            return ResponseEntity.ok()
                    .contentType(MediaType.parseMediaType(contentType.split(";", 2)[0]))
                    .body(taken.answer(contentType));
        } catch (OtlpException e) {
            throw new RefusedRequestException(Problem.of(400, String.valueOf(e.getMessage())));
        }
    }
}
