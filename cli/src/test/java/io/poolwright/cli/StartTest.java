package io.poolwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StartTest {
    private static final List<String> HEAVY =
            List.of(" io.undertow.", " io.netty.", " com.zaxxer.", " org.postgresql.", " com.fasterxml.");

    /** What the server stands on; audits and drills have nothing to do with it. */
    private static final List<String> OF_THE_SERVER = List.of(
            " org.springframework.", " org.apache.catalina.", " org.h2.", " org.flywaydb.", " io.poolwright.server.");

    /** Answering takes a blink only as long as nothing is loaded that answering does not need. */
    @ParameterizedTest
    @ValueSource(strings = {"--help", "--version"})
    void loadsNothingHeavyToSayWhoItIs(String option) throws IOException, InterruptedException {
        List<String> lines = loaded(0, option);

        assertThat(lines).noneMatch(line -> HEAVY.stream().anyMatch(line::contains));
        assertThat(lines).noneMatch(line -> OF_THE_SERVER.stream().anyMatch(line::contains));
    }

    @Test
    void anAuditLoadsNothingOfTheServer(@TempDir Path folder) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("haproxy.cfg"), "defaults\n  mode http\n");

        List<String> lines = loaded(0, "audit", folder.toString());

        assertThat(lines).noneMatch(line -> OF_THE_SERVER.stream().anyMatch(line::contains));
    }

    @Test
    void theServersHelpLoadsNothingOfTheServer() throws IOException, InterruptedException {
        List<String> lines = loaded(0, "server", "--help");

        assertThat(lines).noneMatch(line -> OF_THE_SERVER.stream().anyMatch(line::contains));
    }

    @Test
    void aWrongSettingOfTheServerEndsWithOneLine() throws IOException, InterruptedException {
        List<String> lines = loaded(2, "server", "--listen", "8610");

        assertThat(lines)
                .contains("poolwright: --listen: found '8610'; accepted: HOST:PORT with a port from 0 to 65535; "
                        + "write: --listen 127.0.0.1:8610");
    }

    /** The classes that a command loads, and what it prints. */
    private static List<String> loaded(int exitCode, String... command) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-Xlog:class+load:stdout",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName()));
        line.addAll(List.of(command));
        Process java = new ProcessBuilder(line).redirectErrorStream(true).start();
        java.getOutputStream().close();

        List<String> lines = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();

        assertThat(java.waitFor()).isEqualTo(exitCode);
        assertThat(lines).anyMatch(each -> each.contains(" " + Main.class.getName() + " "));
        return lines;
    }
}
