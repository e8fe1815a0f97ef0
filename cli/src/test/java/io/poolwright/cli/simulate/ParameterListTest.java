package io.poolwright.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.poolwright.simulate.Parameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ParameterListTest {
    private static final Path PAGE = Path.of(System.getProperty("project.root"), "docs/simulate/parameters.md");

    /** {@code -Dgolden.write=true} writes it anew. */
    @Test
    void thePageIsTheListInTheProgram() throws IOException {
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(PAGE, ParameterList.markdown());
        }

        assertThat(ParameterList.markdown()).isEqualTo(Files.readString(PAGE));
    }

    @Test
    void theListForATerminalHasEveryParameter() {
        String text = String.join("\n", ParameterList.text());

        assertThat(Parameter.names()).allMatch(text::contains);
    }
}
