package io.poolwright.cli.report.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts that are kept, to be read by people when they change. {@code -Dgolden.write=true} writes them anew. */
final class Golden {
    private static final Path FOLDER =
            Path.of(System.getProperty("project.root"), "cli/src/test/resources/io/poolwright/cli/report/simulate");

    private Golden() {}

    static void compare(String name, String text) throws IOException {
        Path file = FOLDER.resolve(name);
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file));
    }
}
