package io.poolwright.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class EnvironmentDefaultsTest {
    private static String value(String option, Map<String, String> environment) throws Exception {
        return new EnvironmentDefaults(environment)
                .defaultValue(
                        new CommandLine(new AuditCommand()).getCommandSpec().findOption(option));
    }

    @Test
    void anOptionIsNamedInCapitalsWithUnderscores() throws Exception {
        assertThat(value("--fail-on", Map.of("POOLWRIGHT_FAIL_ON", "medium"))).isEqualTo("medium");
    }

    @Test
    void whatIsEmptyIsNotGiven() throws Exception {
        assertThat(value("--fail-on", Map.of("POOLWRIGHT_FAIL_ON", ""))).isNull();
        assertThat(value("--fail-on", Map.of())).isNull();
    }

    @Test
    void whatChangesFilesComesFromTheCommandLineOnly() throws Exception {
        assertThat(value("--yes", Map.of("POOLWRIGHT_YES", "true"))).isNull();
        assertThat(value("--fix", Map.of("POOLWRIGHT_FIX", "true"))).isNull();
    }
}
