package io.poolwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** {@code poolwright explain}, from the command line to the packed pages and back. */
final class ExplainTest {
    private final StringWriter out = new StringWriter();

    private int explain(String... words) {
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        String[] args = new String[words.length + 1];
        args[0] = "explain";
        System.arraycopy(words, 0, args, 1, words.length);
        return line.execute(args);
    }

    @Test
    void aMessageIsExplainedByItsNumbers() {
        int code = explain(
                "HikariPool-1 - Connection is not available, request timed out after 30001ms (total=0, active=0, idle=0, waiting=7)");

        assertThat(code).isZero();
        assertThat(out.toString())
                .startsWith("HikariCP: hikari-timeout")
                .contains("In this line: waited = 30001, total = 0, active = 0, idle = 0, waiting = 7")
                .contains("So: The pool has no connection at all")
                .contains("docs/signatures/hikaricp.md");
    }

    @Test
    void whatIsNotKnownIsCalledUnknown() {
        int code = explain("The", "frobnicator\u001b[31m", "is", "out", "of", "cheese");

        assertThat(code).isEqualTo(1);
        assertThat(out.toString().strip())
                .isEqualTo("unknown: no rule, setting, message or question is like"
                        + " 'The frobnicator [31m is out of cheese'");
    }

    @Test
    void aSlipOfTheFingerIsNamed() {
        assertThat(explain("maxLifetmie")).isEqualTo(1);
        assertThat(out.toString()).contains("did you mean: maxLifetime");
    }

    @Test
    void everyAnswerIsThereForPrograms() throws IOException {
        assertThat(explain("--format", "json", "socketTimeout")).isZero();

        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertThat(json.get("schema").asText()).isEqualTo("poolwright/explain/1");
        assertThat(json.get("known").asBoolean()).isTrue();
        assertThat(json.get("answers").findValuesAsText("id"))
                .contains("pgjdbc.socketTimeout", "connector-j.socketTimeout");
    }

    static List<String> hikariSettings() {
        Set<String> setters = Arrays.stream(HikariConfig.class.getMethods())
                .map(Method::getName)
                .filter(name -> name.startsWith("set"))
                .map(name -> name.substring(3, 4).toLowerCase(Locale.ROOT) + name.substring(4))
                .collect(Collectors.toSet());
        return setters.stream().sorted().toList();
    }

    @ParameterizedTest
    @MethodSource("hikariSettings")
    void everySettingOfHikariIsExplained(String setting) {
        assertThat(explain("hikaricp." + setting)).isZero();
    }
}
