package io.poolwright.drill;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.drill.stack.Keeper;
import io.poolwright.drill.stack.Waiting;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledDriverIT {

    @TempDir
    private Path folder;

    @Test
    void nextRunCleansUpAfterADriverThatWasKilled() throws Exception {
        Process driver = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledDriver.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader said =
                new BufferedReader(new InputStreamReader(driver.getInputStream(), StandardCharsets.UTF_8));
        String ready = said.readLine();
        assertThat(ready).startsWith("ready ");
        String runId = ready.split(" ")[2];
        List<ProcessHandle> children = driver.descendants().toList();
        assertThat(children).hasSizeGreaterThanOrEqualTo(4);

        driver.destroyForcibly().waitFor();
        List<String> progress = new ArrayList<>();
        Keeper.open("test-" + runId, progress::add).close();

        assertThat(progress).anyMatch(line -> line.startsWith("cleaning up after run " + runId));
        assertThat(children)
                .allSatisfy(child -> assertThat(Waiting.until(() -> !child.isAlive(), Duration.ofSeconds(5)))
                        .isTrue());
        assertThat(temporaryFolders()).noneMatch(name -> name.contains(runId));
    }

    private static List<String> temporaryFolders() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.map(Path::toString).toList();
        }
    }
}
