package io.poolwright.cli.run;

import io.poolwright.detect.Detectors;
import io.poolwright.detect.Watch;
import io.poolwright.diagnose.Chronicle;
import io.poolwright.diagnose.Diagnostician;
import io.poolwright.diagnose.hypotheses.Hypotheses;
import io.poolwright.telemetry.recording.Recording;
import io.poolwright.telemetry.recording.RecordingReader;
import java.io.IOException;
import java.util.Optional;

/** Diagnoses a run again from its recording alone. */
public final class Replay {
    private Replay() {}

    /**
     * What a recording says.
     *
     * @param chronicle what was said, over again
     * @param note what was wrong with the recording, if anything
     */
    public record Result(Chronicle chronicle, Optional<String> note) {}

    /** Takes every look of the recording in turn. */
    public static Result of(RunFolder folder) throws IOException {
        Recording recording = RecordingReader.read(folder.recording());
        Diagnostician diagnostician = new Diagnostician(new Watch(Detectors.all()), Hypotheses.all());
        Chronicle chronicle = new Chronicle();
        recording.ticks().forEach(tick -> chronicle.note(diagnostician.take(tick)));
        return new Result(
                chronicle,
                recording.cutOff()
                        ? Optional.of("the recording ends in the middle of a look, which is left out")
                        : Optional.empty());
    }
}
