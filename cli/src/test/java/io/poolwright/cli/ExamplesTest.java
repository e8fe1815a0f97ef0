package io.poolwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Each example gives the findings that its expected.txt derives by hand, at those lines, and a clean twin gives none. */
final class ExamplesTest {
    private static final Path EXAMPLES =
            Path.of(System.getProperty("project.root")).resolve("examples").toAbsolutePath();
    /** Changes to one stack, for the gate. */
    private static final String CHANGES = "gates";

    private static final Set<String> QUIET = Set.of("low", "info");

    static List<String> examples() throws IOException {
        try (Stream<Path> folders = Files.list(EXAMPLES)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .filter(name -> !name.equals(CHANGES))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void findsWhatIsExpectedAndNothingElse(String name) throws IOException {
        Path folder = EXAMPLES.resolve(name);
        Set<String> expected = new TreeSet<>(Files.readAllLines(folder.resolve("expected.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList());
        JsonNode report = audit(folder);

        Set<String> found = new TreeSet<>();
        for (JsonNode finding : report.get("findings")) {
            String place = "%s %s:%d"
                    .formatted(
                            finding.get("rule").asText(),
                            folder.relativize(Path.of(finding.get("file").asText())
                                            .toAbsolutePath())
                                    .toString()
                                    .replace('\\', '/'),
                            finding.get("line").asInt());
            if (!QUIET.contains(finding.get("severity").asText()) || expected.contains(place)) {
                found.add(place);
            }
        }
        assertThat(found).isEqualTo(expected);
        assertThat(report.get("unread")).isEmpty();
    }

    private static JsonNode audit(Path folder) throws IOException {
        List<String> args = new ArrayList<>(List.of("audit", "--format", "json", "--fail-on", "never"));
        if (Files.isDirectory(folder.resolve("prod"))) {
            for (String environment : List.of("dev", "staging", "prod")) {
                args.addAll(List.of("--env", environment + "=" + folder.resolve(environment)));
            }
            args.addAll(List.of("--config", folder.resolve("poolwright.yaml").toString()));
        } else {
            args.add(folder.toString());
        }
        StringWriter out = new StringWriter();
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        assertThat(line.execute(args.toArray(String[]::new))).isZero();
        return new ObjectMapper().readTree(out.toString());
    }
}
