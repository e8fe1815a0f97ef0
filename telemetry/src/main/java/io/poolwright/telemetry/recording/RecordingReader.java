package io.poolwright.telemetry.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.poolwright.model.Tick;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads what {@link RecordingWriter} wrote. */
public final class RecordingReader {
    private static final String HEADER = "a header, as in {\"poolwrightRecording\":%d,\"start\":\"…\"}";

    private RecordingReader() {}

    /** The recording in a file; throws {@link RecordingException} when it is none. */
    public static Recording read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, file.toString());
        }
    }

    /**
     * The recording in a stream.
     *
     * @param source its name for people
     */
    public static Recording read(InputStream in, String source) throws IOException {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        int headerEnd = text.indexOf('\n');
        RecordingFormat.Header header = header(headerEnd < 0 ? text : text.substring(0, headerEnd), source);
        List<Tick> ticks = new ArrayList<>();
        int at = headerEnd < 0 ? text.length() : headerEnd + 1;
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            if (end < 0) {
                return new Recording(header.start(), ticks, true);
            }
            ticks.add(tick(text.substring(at, end), source, ticks.size() + 2));
            at = end + 1;
        }
        return new Recording(header.start(), ticks, headerEnd < 0);
    }

    private static RecordingFormat.Header header(String line, String source) {
        String accepted = HEADER.formatted(RecordingFormat.VERSION);
        try {
            JsonNode version = RecordingFormat.JSON.readTree(line).path("poolwrightRecording");
            if (!version.isInt()) {
                throw new RecordingException(source, 1, "no recording's header", accepted, null);
            }
            if (version.intValue() != RecordingFormat.VERSION) {
                throw new RecordingException(
                        source, 1, "format version " + version, "version " + RecordingFormat.VERSION, null);
            }
            return RecordingFormat.JSON.readValue(line, RecordingFormat.Header.class);
        } catch (JsonProcessingException e) {
            throw new RecordingException(source, 1, "no recording's header", accepted, e);
        }
    }

    private static Tick tick(String line, String source, int number) {
        try {
            return RecordingFormat.JSON.readValue(line, Tick.class);
        } catch (JsonProcessingException e) {
            throw new RecordingException(source, number, e.getOriginalMessage(), "one tick as JSON", e);
        }
    }
}
