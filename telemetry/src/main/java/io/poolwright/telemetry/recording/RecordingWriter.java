package io.poolwright.telemetry.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.poolwright.model.Tick;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/** Writes ticks as JSON lines, a header first. Every line has left the process when its call returns. */
public final class RecordingWriter implements AutoCloseable {
    private final OutputStream out;

    private RecordingWriter(OutputStream out, Instant start) throws IOException {
        this.out = out;
        writeLine(new RecordingFormat.Header(RecordingFormat.VERSION, start));
    }

    /** A new recording. A file that exists is refused, for a recording is never written over. */
    public static RecordingWriter create(Path file, Instant start) throws IOException {
        return to(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), start);
    }

    /** A new recording on a stream, which it closes at the end. */
    public static RecordingWriter to(OutputStream out, Instant start) throws IOException {
        return new RecordingWriter(out, start);
    }

    /** Appends one look. */
    public void write(Tick tick) throws IOException {
        writeLine(tick);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private void writeLine(Object value) throws IOException {
        out.write(line(value).getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static String line(Object value) throws JsonProcessingException {
        return RecordingFormat.JSON.writeValueAsString(value) + "\n";
    }
}
