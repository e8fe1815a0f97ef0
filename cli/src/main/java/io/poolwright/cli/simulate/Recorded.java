package io.poolwright.cli.simulate;

import io.poolwright.cli.UnmetNeedException;
import io.poolwright.cli.run.RunFolder;
import io.poolwright.model.Tick;
import io.poolwright.telemetry.recording.Recording;
import io.poolwright.telemetry.recording.RecordingException;
import io.poolwright.telemetry.recording.RecordingReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What was seen of a stack while it ran.
 *
 * @param ticks in order
 * @param notes what was wrong with the recording
 */
record Recorded(List<Tick> ticks, List<String> notes) {
    Recorded {
        ticks = List.copyOf(ticks);
        notes = List.copyOf(notes);
    }

    /** Reads a recording, or the one in the folder of a run. */
    static Recorded of(Path path) {
        Path file = Files.isDirectory(path) ? new RunFolder(path).recording() : path;
        if (!Files.isReadable(file)) {
            throw new UnmetNeedException(
                    "--recording %s: no recording.jsonl that can be read; write: --recording FOLDER, with the folder that a drill printed, or a file"
                            .formatted(path));
        }
        try {
            Recording recording = RecordingReader.read(file);
            return new Recorded(
                    recording.ticks(),
                    recording.cutOff()
                            ? List.of("the recording ends in the middle of a look, which is left out")
                            : List.of());
        } catch (RecordingException e) {
            throw new UnmetNeedException("--recording " + e.getMessage());
        } catch (IOException e) {
            throw new UnmetNeedException("--recording %s: it cannot be read: %s".formatted(file, e.getMessage()));
        }
    }
}
