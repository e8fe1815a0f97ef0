package io.poolwright.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.poolwright.cli.report.Outcome;
import io.poolwright.diagnose.Remedy;
import io.poolwright.diagnose.RootCause;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class JsonTest {
    private static final Outcome OUTCOME = new Outcome(
            "lb-pool",
            Optional.of("lb-pool-too-small"),
            OptionalDouble.of(2.04),
            Optional.of(new RootCause(
                    "lb-pool-too-small",
                    "Too small",
                    Instant.EPOCH,
                    Optional.of(new Remedy("maxconn", "haproxy.cfg:1", "2", "50", "Erlang C")),
                    Optional.empty())),
            OptionalDouble.of(3.96),
            List.of("app-cpu"),
            List.of(),
            true,
            OptionalDouble.empty(),
            List.of(new Outcome.PhaseGoodput("base", 199.5, 200)),
            List.of(),
            61.23);

    @Test
    void anOutcomeHasTheFieldsOfTheContract() throws IOException {
        JsonNode json = new ObjectMapper()
                .readTree(Json.outcome(OUTCOME, new RunFolder(Path.of("runs", "one")), Map.of("shop-1", 1.5)));

        assertThat(json.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "version",
                        "drill",
                        "valid",
                        "invalidBecause",
                        "expected",
                        "alertAfterSeconds",
                        "rootCause",
                        "rootCauseAfterSeconds",
                        "cleared",
                        "wrongCauses",
                        "recovered",
                        "recoveredAfterSeconds",
                        "goodput",
                        "seconds",
                        "cpuSecondsPerMinute",
                        "folder");
        assertThat(json.get("rootCause").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "id", "title", "parameter", "current", "suggested", "setAt", "reason", "firstAid");
    }

    @Test
    void secondsAreRoundedAndTheUnknownIsNull() throws IOException {
        JsonNode json =
                new ObjectMapper().readTree(Json.outcome(OUTCOME, new RunFolder(Path.of("runs", "one")), Map.of()));

        assertThat(json.get("alertAfterSeconds").asDouble()).isEqualTo(2.0);
        assertThat(json.get("rootCauseAfterSeconds").asDouble()).isEqualTo(4.0);
        assertThat(json.get("recoveredAfterSeconds").isNull()).isTrue();
        assertThat(json.get("valid").asBoolean()).isTrue();
        assertThat(json.get("folder").asText()).isEqualTo(Path.of("runs", "one").toString());
    }
}
