package io.poolwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The changes of {@code examples/gates}, simulated; with {@code -Dpoolwright.exhaustive=true}, for each takes two load lines. */
@EnabledIfSystemProperty(named = "poolwright.exhaustive", matches = "true")
final class GateExamplesTest {
    private static final Path GATES = Path.of(System.getProperty("project.root"), "examples/gates");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "harmless|0|✓ PASS",
                "pool-too-small|1|crosses the load line",
                "timeout-too-short|1|sockettimeout-le-statement-timeout"
            })
    void isStoppedOrLetThrough(String change, int code, String said) {
        StringWriter out = new StringWriter();
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));

        int ended = line.execute(
                "gate",
                "--before",
                GATES.resolve("before").toString(),
                "--after",
                GATES.resolve(change).toString());

        assertThat(ended).isEqualTo(code);
        assertThat(out.toString()).contains(said, "simulated at");
    }
}
