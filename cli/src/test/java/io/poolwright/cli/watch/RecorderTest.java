package io.poolwright.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.poolwright.cli.UnmetNeedException;
import io.poolwright.model.Answer;
import io.poolwright.model.Tick;
import io.poolwright.telemetry.recording.Recording;
import io.poolwright.telemetry.recording.RecordingReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecorderTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final List<String> news = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void everyServiceGetsRecordingOfItsOwn() throws Exception {
        try (Recorder recorder = Recorder.in(folder.resolve("new"), news::add)) {
            recorder.take("shop", tick(0));
            recorder.take("../bank", tick(0));
            recorder.take("shop", tick(1));
        }

        Recording shop = RecordingReader.read(folder.resolve("new/shop/recording.jsonl"));
        assertThat(shop.ticks()).containsExactly(tick(0), tick(1));
        assertThat(folder.resolve("new/service.._bank/recording.jsonl")).exists();
        assertThat(news).isEmpty();
    }

    @Test
    void folderWithSomethingInItIsRefused() throws Exception {
        Files.writeString(folder.resolve("notes.txt"), "mine");

        assertThatThrownBy(() -> Recorder.in(folder, news::add))
                .isInstanceOf(UnmetNeedException.class)
                .hasMessageContaining("accepted: a folder that is new or empty");
    }

    @Test
    void recordingThatCannotGoOnEndsWithWord() throws Exception {
        try (Recorder recorder = Recorder.in(folder, news::add)) {
            Files.writeString(folder.resolve("shop"), "a file where the folder should be");

            recorder.take("shop", tick(0));
            recorder.take("shop", tick(1));
        }

        assertThat(news).hasSize(1);
        assertThat(news.get(0)).startsWith("the recording ends here: ");
    }

    private static Tick tick(int second) {
        return new Tick(
                NOON.plusSeconds(second),
                Answer.unwatched("a load balancer"),
                List.of(),
                Answer.unwatched("a database"),
                List.of());
    }
}
