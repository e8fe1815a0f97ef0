package io.poolwright.cli.commands;

import io.poolwright.cli.UnmetNeedException;
import io.poolwright.cli.run.Json;
import io.poolwright.cli.run.Replay;
import io.poolwright.cli.run.RunFolder;
import io.poolwright.cli.terminal.DiagnosisText;
import io.poolwright.cli.terminal.Style;
import io.poolwright.cli.terminal.Terminal;
import io.poolwright.diagnose.Chronicle;
import io.poolwright.telemetry.recording.RecordingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code poolwright replay}: judges a recording again, and compares with what was said at the time. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = "Judges the recording of a run again, from the recording alone.")
public final class ReplayCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FOLDER", description = "Folder of a run.")
    private Path folder = Path.of(".");

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "Output: text or json (default: text).")
    private DrillOptions.Format format = DrillOptions.Format.TEXT;

    @Override
    public Integer call() throws IOException {
        RunFolder run = new RunFolder(folder);
        if (!Files.isReadable(run.recording())) {
            throw new UnmetNeedException(
                    "%s: no recording.jsonl that can be read; write: poolwright replay FOLDER, with the folder that a drill printed"
                            .formatted(folder));
        }
        Replay.Result replayed;
        try {
            replayed = Replay.of(run);
        } catch (RecordingException e) {
            throw new UnmetNeedException(String.valueOf(e.getMessage()));
        }
        Chronicle chronicle = replayed.chronicle();
        String again = Json.diagnosis(chronicle);
        if (format == DrillOptions.Format.JSON) {
            System.out.print(again);
        } else {
            Style style = Style.of(System.getenv(), Terminal.interactive());
            chronicle
                    .conclusion()
                    .ifPresentOrElse(
                            diagnosis -> DiagnosisText.of(diagnosis, style).forEach(System.out::println),
                            () -> System.out.println("no alert fired in this recording"));
        }
        replayed.note().ifPresent(note -> System.err.println("poolwright: " + note));
        if (!Files.isReadable(run.diagnosis())) {
            System.err.println("poolwright: no diagnosis.json to compare with");
            return 0;
        }
        boolean same = Files.readString(run.diagnosis()).equals(again);
        System.err.println(
                same
                        ? "identical to the diagnosis at the time, byte for byte"
                        : "NOT the diagnosis at the time: compare with %s".formatted(run.diagnosis()));
        return same ? 0 : 1;
    }
}
