package io.poolwright.telemetry.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.poolwright.model.Answer;
import io.poolwright.model.InstanceSample;
import io.poolwright.model.Tick;
import io.poolwright.model.TimerSample;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    @Property(tries = 500)
    void whatIsWrittenIsRead(@ForAll("ticks") List<Tick> ticks) throws IOException {
        byte[] bytes = written(ticks);

        Recording recording = read(bytes);

        assertThat(recording).isEqualTo(new Recording(START, ticks, false));
        assertThat(written(recording.ticks())).isEqualTo(bytes);
    }

    @Property(tries = 200)
    void aKilledWriterLosesItsLastLineAtMost(@ForAll("ticks") List<Tick> ticks, @ForAll int place) throws IOException {
        byte[] bytes = written(ticks);
        int header = new String(bytes, StandardCharsets.UTF_8).indexOf('\n') + 1;
        int kept = header + Math.floorMod(place, bytes.length - header + 1);
        byte[] cut = Arrays.copyOf(bytes, kept);

        Recording recording = read(cut);

        assertThat(recording.ticks())
                .isEqualTo(ticks.subList(0, recording.ticks().size()));
        assertThat(recording.cutOff()).isEqualTo(cut[kept - 1] != '\n');
    }

    @Test
    void aLineReadsLikeThis() throws IOException {
        Tick tick = new Tick(
                START, Answer.silent("balancer: refused"), List.of(), Answer.silent("postgresql: refused"), List.of());

        assertThat(new String(written(List.of(tick)), StandardCharsets.UTF_8)).isEqualTo("""
                        {"poolwrightRecording":1,"start":"2026-03-01T10:00:00Z"}
                        {"at":"2026-03-01T10:00:00Z","balancer":{"silent":{"reason":"balancer: refused"}},"instances":[],\
                        "database":{"silent":{"reason":"postgresql: refused"}},"settings":[]}
                        """);
    }

    @Test
    void aTimerWithoutHistogramReadsAsItAlwaysDid() throws IOException {
        String old = """
                {"poolwrightRecording":1,"start":"2026-03-01T10:00:00Z"}
                {"at":"2026-03-01T10:00:00Z","balancer":{"silent":{"reason":"-"}},"instances":[{"instance":"shop-1",\
                "sample":{"answered":{"it":{"version":"1","startedAt":"2026-03-01T09:00:00Z","http":{"silent":{"reason":"-"}},\
                "pool":{"answered":{"it":{"name":"shop","used":3,"idle":17,"total":20,"max":20,"pending":0,"timeouts":0,\
                "waitTime":{"count":9,"seconds":0.5,"max":0.25},"useTime":{"count":8,"seconds":1.5,"max":0.75},\
                "createTime":{"count":20,"seconds":0.125,"max":0.0}}}},"process":{"silent":{"reason":"-"}}}}}}],\
                "database":{"silent":{"reason":"-"}},"settings":[]}
                """;

        Recording recording = read(old);

        InstanceSample sample =
                recording.ticks().get(0).instances().get(0).sample().value().orElseThrow();
        assertThat(sample.pool().value().orElseThrow().useTime()).isEqualTo(new TimerSample(8, 1.5, 0.75));
        assertThat(written(recording.ticks())).asString(StandardCharsets.UTF_8).isEqualTo(old);
    }

    @Test
    void aTimerWithoutACountIsRefused() {
        assertThatThrownBy(() -> RecordingFormat.JSON.readValue("{\"seconds\":1.0,\"max\":1.0}", TimerSample.class))
                .hasMessageContaining("a timer needs count");
    }

    @Test
    void anotherVersionIsRefused() {
        assertThatThrownBy(() -> read("{\"poolwrightRecording\":2,\"start\":\"2026-03-01T10:00:00Z\"}\n"))
                .isInstanceOf(RecordingException.class)
                .hasMessage("test:1: found format version 2; accepted: version 1");
    }

    @Test
    void anotherFileIsRefused() {
        for (String other : List.of("", "hello\n", "{}\n", "[1]\n", "{\"poolwrightRecording\":1}\n")) {
            assertThatThrownBy(() -> read(other))
                    .isInstanceOf(RecordingException.class)
                    .hasMessage("test:1: found no recording's header; "
                            + "accepted: a header, as in {\"poolwrightRecording\":1,\"start\":\"…\"}");
        }
    }

    @Test
    void aSpoiltLineInTheMiddleIsRefused() {
        assertThatThrownBy(() -> read("{\"poolwrightRecording\":1,\"start\":\"2026-03-01T10:00:00Z\"}\n{\"at\":7}\n\n"))
                .isInstanceOf(RecordingException.class)
                .hasMessageStartingWith("test:2: found ")
                .hasMessageEndingWith("; accepted: one tick as JSON");
    }

    @Test
    void aRecordingIsNeverWrittenOver(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("run.jsonl");
        RecordingWriter.create(file, START).close();

        assertThat(RecordingReader.read(file)).isEqualTo(new Recording(START, List.of(), false));
        assertThatThrownBy(() -> RecordingWriter.create(file, START)).isInstanceOf(FileAlreadyExistsException.class);
    }

    private static Recording read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Recording read(byte[] bytes) throws IOException {
        return RecordingReader.read(new ByteArrayInputStream(bytes), "test");
    }

    private static byte[] written(List<Tick> ticks) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (RecordingWriter writer = RecordingWriter.to(out, START)) {
            for (Tick tick : ticks) {
                writer.write(tick);
            }
        }
        return out.toByteArray();
    }

    @Provide
    Arbitrary<List<Tick>> ticks() {
        return Arbitraries.randoms()
                .map(random -> new TickDice(random).tick())
                .list()
                .ofMaxSize(4);
    }
}
