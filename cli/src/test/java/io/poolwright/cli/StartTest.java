package io.poolwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StartTest {
    private static final List<String> HEAVY =
            List.of(" io.undertow.", " io.netty.", " com.zaxxer.", " org.postgresql.", " com.fasterxml.");

    /** Answering takes a blink only as long as nothing is loaded that answering does not need. */
    @ParameterizedTest
    @ValueSource(strings = {"--help", "--version"})
    void loadsNothingHeavyToSayWhoItIs(String option) throws IOException, InterruptedException {
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-Xlog:class+load:stdout",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Main.class.getName(),
                        option)
                .redirectErrorStream(true)
                .start();

        List<String> lines = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();

        assertThat(java.waitFor()).isZero();
        assertThat(lines).anyMatch(line -> line.contains(" " + Main.class.getName() + " "));
        assertThat(lines).noneMatch(line -> HEAVY.stream().anyMatch(line::contains));
    }
}
