package io.poolwright.config.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.config.source.Roots;
import io.poolwright.config.source.Unread;
import io.poolwright.model.stack.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be read is said in a clear line, and everything else is still read. */
class HostileTreeTest {
    @TempDir
    Path root;

    private List<String> unread() throws IOException {
        Files.createDirectories(root.resolve("good"));
        Files.writeString(
                root.resolve("good/haproxy.cfg"), "defaults\n  mode http\nbackend shop\n  server a 10.0.0.1:80\n");
        Reading reading = StackReader.read(Roots.read(List.of(root)));
        assertThat(reading.stacks().get(0).all(Kind.BACKEND))
                .as("the good file is read all the same")
                .hasSize(1);
        return reading.unread().stream()
                .filter(Unread::fault)
                .map(Unread::reason)
                .toList();
    }

    private void write(String name, byte[] bytes) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    @Test
    void anotherEncodingIsNamed() throws IOException {
        write("x/haproxy.cfg", "global\n".getBytes(StandardCharsets.UTF_16));

        assertThat(unread()).containsExactly("it is a binary file, or text in UTF-16; expected UTF-8");
    }

    @Test
    void aBinaryFileIsNamed() throws IOException {
        write("x/nginx.conf", new byte[] {1, 0, 2});

        assertThat(unread()).containsExactly("it is a binary file, or text in UTF-16; expected UTF-8");
    }

    @Test
    void aHugeFileIsNamed() throws IOException {
        write("x/application.yml", new byte[6 << 20]);

        assertThat(unread()).hasSize(1).first().asString().startsWith("it is larger than 5 MiB");
    }

    @Test
    void aLinkOutOfTheTreeIsNotFollowed() throws IOException {
        Files.createDirectories(root.resolve("x"));
        Files.createSymbolicLink(root.resolve("x/nginx.conf"), Path.of("/etc/passwd"));

        assertThat(unread()).isEmpty();
        assertThat(Roots.read(List.of(root)).skipped())
                .extracting(Unread::reason)
                .allMatch(reason -> reason.startsWith("it is a link that leads out of"));
    }

    @Test
    void anIncludeOfItselfEnds() throws IOException {
        write("x/nginx.conf", "events {}\nhttp { include nginx.conf; }\n".getBytes(StandardCharsets.UTF_8));

        assertThat(unread()).allMatch(reason -> !reason.contains("own"));
    }
}
