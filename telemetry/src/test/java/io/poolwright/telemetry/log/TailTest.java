package io.poolwright.telemetry.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TailTest {
    @TempDir
    private Path folder;

    private Path file;
    private Tail tail;

    @BeforeEach
    void begin() throws IOException {
        file = folder.resolve("access.log");
        Files.writeString(file, "before\n");
        tail = new Tail(file);
        assertThat(lines()).isEmpty();
    }

    @AfterEach
    void close() throws IOException {
        tail.close();
    }

    @Test
    void whatIsAddedIsReadOnce() throws IOException {
        append("one\ntwo\r\n");

        assertThat(lines()).containsExactly("one", "two");
        assertThat(lines()).isEmpty();
    }

    @Test
    void aLineIsReadWhenItIsWhole() throws IOException {
        append("half");
        assertThat(lines()).isEmpty();
        append(" and half\nnext");

        assertThat(lines()).containsExactly("half and half");
    }

    @Test
    void aRenamedFileIsReadToItsEndAndThenTheNewOne() throws IOException {
        append("old 1\n");
        Files.move(file, folder.resolve("access.log.1"));
        Files.writeString(folder.resolve("access.log.1"), "old 2\n", StandardOpenOption.APPEND);
        Files.writeString(file, "new 1\n");

        assertThat(lines()).containsExactly("old 1", "old 2", "new 1");
    }

    @Test
    void betweenRenamingAndTheNewFileNothingIsLost() throws IOException {
        Files.move(file, folder.resolve("access.log.1"));
        Files.writeString(folder.resolve("access.log.1"), "late\n", StandardOpenOption.APPEND);
        List<String> lines = new ArrayList<>();

        assertThatThrownBy(() -> tail.read(lines::add)).hasMessageContaining("there is no file");
        Files.writeString(file, "new\n");
        tail.read(lines::add);

        assertThat(lines).containsExactly("late", "new");
    }

    @Test
    void aFileThatIsCutShortIsReadFromItsBeginning() throws IOException {
        append("one\nhalf");
        lines();
        Files.writeString(file, "new\n");

        assertThat(lines()).containsExactly("new");
    }

    @Test
    void aFileThatComesLaterIsReadFromItsBeginning() throws IOException {
        Path later = folder.resolve("later.log");
        Tail waiting = new Tail(later);
        List<String> lines = new ArrayList<>();
        assertThatThrownBy(() -> waiting.read(lines::add)).isInstanceOf(IOException.class);
        Files.writeString(later, "first\n");

        waiting.read(lines::add);

        assertThat(lines).containsExactly("first");
        waiting.close();
    }

    @Test
    void aLookReadsItsShareAndTheNextGoesOn() throws IOException {
        String line = "x".repeat(999) + "\n";
        append(line.repeat(6000));

        int first = lines().size();
        int second = lines().size();

        assertThat(first).isEqualTo(Tail.MOST_A_LOOK / 1000);
        assertThat(first + second).isEqualTo(6000);
    }

    @Test
    void aLineWithoutEndIsLeftOutAndCounted() throws IOException {
        append("y".repeat(Tail.LONGEST_LINE + 1) + "\nshort\n");

        assertThat(lines()).containsExactly("short");
        assertThat(tail.longLines()).isEqualTo(1);
    }

    @Test
    void aFolderIsNoLog() {
        assertThatThrownBy(() -> new Tail(folder).read(line -> {})).hasMessageContaining("is no file");
    }

    private void append(String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.APPEND);
    }

    private List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        tail.read(lines::add);
        return lines;
    }
}
