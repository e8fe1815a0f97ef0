package io.poolwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.drill.faults.Fault;
import io.poolwright.drill.faults.FaultCatalogue;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

final class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(args);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "--version",
                "drill --help",
                "drill db-timeout --help",
                "replay --help",
                "simulate --help",
                "plan --help",
                "gate --help"
            })
    void helpIsNoError(String words) {
        int code = run(words.split(" "));

        assertThat(code).isZero();
        assertThat(out.toString()).isNotBlank();
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void everyCommandHasItsPage() {
        Path pages = Path.of(System.getProperty("project.root"), "docs/commands");

        assertThat(Main.commandLine().getSubcommands().keySet())
                .allSatisfy(
                        command -> assertThat(pages.resolve(command + ".md")).isRegularFile());
    }

    @Test
    void helpListsTheExitCodes() {
        run("--help");

        assertThat(out.toString())
                .contains("  0  all went as it should")
                .contains("  2  wrong usage, or something that is needed is missing; one line says what");
    }

    @Test
    void anUnknownDrillIsOneLineAndWhereToLook() {
        int code = run("drill", "flood");

        assertThat(code).isEqualTo(2);
        assertThat(err.toString())
                .isEqualTo(
                        "poolwright: found 'flood'; accepted: db-timeout, lb-pool, fault, healthy; write: poolwright drill db-timeout%ntry: poolwright drill --help%n"
                                .formatted());
    }

    @Test
    void noDrillListsThoseThatThereAre() {
        int code = run("drill");

        assertThat(code).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("poolwright: found no drill; accepted: db-timeout, lb-pool, fault, healthy;"
                        + " write: poolwright drill db-timeout");
    }

    @Test
    void anUnknownFaultListsThoseThatThereAre() {
        int code = run("drill", "fault", "meteor");

        String accepted = FaultCatalogue.all().stream().map(Fault::id).collect(Collectors.joining(", "));
        assertThat(code).isEqualTo(2);
        assertThat(err.toString().lines().findFirst())
                .hasValue("poolwright: found fault 'meteor'; accepted: " + accepted
                        + "; write: poolwright drill fault pool-too-small");
    }

    @Test
    void replayOfNothingSaysWhatItNeeds(@TempDir Path folder) {
        Path missing = folder.resolve("nowhere");

        int code = run("replay", missing.toString());

        assertThat(code).isEqualTo(2);
        assertThat(err.toString())
                .isEqualTo(("poolwright: %s: no recording.jsonl that can be read;"
                                + " write: poolwright replay FOLDER, with the folder that a drill printed%n")
                        .formatted(missing));
    }
}
