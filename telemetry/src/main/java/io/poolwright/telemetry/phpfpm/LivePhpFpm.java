package io.poolwright.telemetry.phpfpm;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.poolwright.model.Answer;
import io.poolwright.model.live.Notice;
import io.poolwright.model.live.Reading;
import io.poolwright.model.live.Seen;
import io.poolwright.model.live.Signal;
import io.poolwright.model.live.Tier;
import io.poolwright.telemetry.Collector;
import io.poolwright.telemetry.Owner;
import io.poolwright.telemetry.Plain;
import java.io.IOException;
import java.util.List;

/**
 * The children of one PHP-FPM pool. Its status as JSON, without the processes: those tell addresses and users.
 *
 * <p>Source: PHP manual, "FastCGI Process Manager: status page"; read on 8.2.
 */
public final class LivePhpFpm implements Collector<Seen> {
    private static final String MAX_IN_FILE =
            "the status does not tell pm.max_children; it is in the pool's file, php-fpm.d/*.conf";
    private static final String NO_QUEUE =
            "PHP-FPM cannot count who waits at this kind of socket (its 'listen queue len' is 0); it can at a TCP port";
    private static final String NO_TIMEOUTS = "PHP-FPM does not know who gave up waiting; the web server in front does";

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(5)
                    .maxStringLength(2000)
                    .maxNumberLength(30)
                    .build())
            .build());

    private final Owner owner;
    private final StatusSource source;
    private double reachedBefore = Double.NaN;

    public LivePhpFpm(Owner owner, StatusSource source) {
        this.owner = owner;
        this.source = source;
    }

    @Override
    public Answer<Seen> collect() {
        try {
            return Answer.of(seen(JSON.readTree(source.read())));
        } catch (JsonProcessingException e) {
            return silent("answer is not the status of PHP-FPM as JSON");
        } catch (IOException e) {
            return silent(Plain.reason(e));
        }
    }

    private Seen seen(JsonNode status) throws IOException {
        String pool = status.path("pool").asText();
        if (pool.isEmpty() || !status.has("active processes")) {
            throw new IOException("answer is not the status of PHP-FPM as JSON");
        }
        double total = number(status, "total processes");
        Reading.Builder reading = Reading.of(owner.pool(Tier.WORKERS, pool))
                .set(Signal.USED, number(status, "active processes"))
                .set(Signal.IDLE, number(status, "idle processes"))
                .set(Signal.TOTAL, total)
                .set(Signal.BORROWS, number(status, "accepted conn"))
                .because(Signal.MAX, MAX_IN_FILE)
                .because(Signal.PENDING, NO_QUEUE)
                .because(Signal.TIMEOUTS, NO_TIMEOUTS);
        if (status.path("process manager").asText().equals("static")) {
            reading.set(Signal.MAX, total); // there are always as many as may be
        }
        if (number(status, "listen queue len") > 0) {
            reading.set(Signal.PENDING, number(status, "listen queue"));
        }
        return Seen.of(List.of(reading.build()))
                .withInForce(
                        status.has("process manager")
                                ? List.of(owner.inForce(
                                        pool,
                                        "pm",
                                        status.path("process manager").asText(),
                                        "PHP-FPM status"))
                                : List.of())
                .withNotices(reached(pool, number(status, "max children reached")));
    }

    private List<Notice> reached(String pool, double reached) {
        double more = reached - reachedBefore;
        reachedBefore = reached;
        return more > 0
                ? List.of(new Notice(
                        Notice.Kind.LIMIT,
                        "PHP-FPM pool %s reached pm.max_children another %d times since the look before"
                                .formatted(Plain.text(pool), (long) more)))
                : List.of();
    }

    private Answer<Seen> silent(String reason) {
        return Answer.silent("php-fpm %s: %s".formatted(source.name(), reason));
    }

    private static double number(JsonNode status, String field) {
        JsonNode value = status.path(field);
        return value.isNumber() ? value.asDouble() : Double.NaN;
    }
}
