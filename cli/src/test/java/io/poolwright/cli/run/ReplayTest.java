package io.poolwright.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.detect.Detectors;
import io.poolwright.detect.Watch;
import io.poolwright.diagnose.Chronicle;
import io.poolwright.diagnose.Diagnostician;
import io.poolwright.diagnose.RootCause;
import io.poolwright.diagnose.hypotheses.Hypotheses;
import io.poolwright.model.Tick;
import io.poolwright.telemetry.recording.RecordingWriter;
import io.poolwright.testkit.Second;
import io.poolwright.testkit.Signal;
import io.poolwright.testkit.StackSeries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReplayTest {
    private static final List<Tick> TICKS = StackSeries.of(25, Second.healthy())
            .then(
                    12,
                    Second.healthy()
                            .with(Signal.QUEUE, 200)
                            .with(Signal.SLOTS, 2)
                            .with(Signal.SLOTS_USED, 2)
                            .with(Signal.ERRORS, 78)
                            .with(Signal.TRANSACTIONS, 119))
            .shaken(3);

    private static RunFolder recorded(Path folder) throws IOException {
        RunFolder run = new RunFolder(folder);
        try (RecordingWriter recording = RecordingWriter.create(run.recording(), StackSeries.START)) {
            for (Tick tick : TICKS) {
                recording.write(tick);
            }
        }
        return run;
    }

    @Test
    void saysTheSameBytesAsAtTheTime(@TempDir Path folder) throws IOException {
        Diagnostician diagnostician = new Diagnostician(new Watch(Detectors.all()), Hypotheses.all());
        Chronicle live = new Chronicle();
        TICKS.forEach(tick -> live.note(diagnostician.take(tick)));

        Replay.Result replayed = Replay.of(recorded(folder));

        assertThat(replayed.chronicle().causes()).extracting(RootCause::id).containsExactly("lb-pool-too-small");
        assertThat(Json.diagnosis(replayed.chronicle())).isEqualTo(Json.diagnosis(live));
        assertThat(replayed.note()).isEmpty();
    }

    @Test
    void aLookCutInTheMiddleIsLeftOutAndSaid(@TempDir Path folder) throws IOException {
        RunFolder run = recorded(folder);
        Files.writeString(run.recording(), "{\"at\":\"2026", StandardOpenOption.APPEND);

        Replay.Result replayed = Replay.of(run);

        assertThat(replayed.note()).hasValue("the recording ends in the middle of a look, which is left out");
        assertThat(replayed.chronicle().causes()).hasSize(1);
    }
}
