package io.poolwright.cli.report.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.poolwright.cli.terminal.Style;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;

class AuditFormatsTest {
    private static final Path HERE = Path.of("");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static List<AuditStory> stories() {
        return List.of(SampleAudit.full(), SampleAudit.clean());
    }

    private static String text(AuditStory story, boolean colour, boolean drawing) {
        return String.join("\n", AuditText.of(story, new Style(colour, drawing), 100)) + "\n";
    }

    @Test
    void theTextIsAsItWas() throws IOException {
        Golden.compare("full.txt", text(SampleAudit.full(), false, true));
        Golden.compare("clean.txt", text(SampleAudit.clean(), false, true));
    }

    @Test
    void theOtherFormsAreAsTheyWere() throws IOException {
        Golden.compare("full.json", AuditJson.write(SampleAudit.full()));
        Golden.compare("full.sarif", AuditSarif.write(SampleAudit.full(), HERE));
        Golden.compare("full.xml", AuditJunit.write(SampleAudit.full()));
        Golden.compare("full.md", AuditMarkdown.write(SampleAudit.full()));
        Golden.compare("full.html", AuditHtml.write(SampleAudit.full()).replaceFirst("(?s)<style>.*</style>", ""));
    }

    @Test
    void colourOnlyAdds() {
        String plain = text(SampleAudit.full(), false, true);

        String painted = text(SampleAudit.full(), true, true);

        assertThat(painted).isNotEqualTo(plain);
        assertThat(painted.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain);
    }

    @Test
    void aTerminalWithoutDrawingCharactersGetsPlainOnes() {
        assertThat(text(SampleAudit.full(), false, false)).matches("\\A\\p{ASCII}*\\z");
    }

    @Test
    void noLineIsWiderThanTheTerminalUnlessOneWordIs() {
        List<String> lines = AuditText.of(SampleAudit.full(), new Style(false, true), 80);

        assertThat(lines)
                .filteredOn(
                        line -> !line.contains("hostile-rule") && !line.contains("script") && line.contains("  with"))
                .allMatch(line -> line.length() <= 80);
    }

    @ParameterizedTest
    @MethodSource("stories")
    void noFormLetsAnythingActOnATerminal(AuditStory story) {
        List<String> all = List.of(
                text(story, false, true),
                AuditJson.write(story),
                AuditSarif.write(story, HERE),
                AuditJunit.write(story),
                AuditMarkdown.write(story),
                AuditHtml.write(story));

        assertThat(all).allSatisfy(one -> assertThat(
                        one.chars().filter(c -> c != '\n' && (Character.isISOControl(c) || c == 0x202e || c == 0x2028)))
                .isEmpty());
    }

    @Test
    void nothingFromAFileBecomesMarkup() {
        assertThat(AuditHtml.write(SampleAudit.full()))
                .doesNotContain("<script>")
                .contains("&lt;script&gt;");
        assertThat(AuditMarkdown.write(SampleAudit.full()).replaceAll("(?s)```diff.*?```|`[^`\n]*`", ""))
                .doesNotContain("<script>")
                .doesNotContain(" @team");
    }

    @ParameterizedTest
    @MethodSource("stories")
    void theJsonKeepsItsContract(AuditStory story) throws IOException {
        Path schema = Path.of(System.getProperty("project.root"), "docs/schema/audit-1.schema.json");
        JsonSchema contract = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(MAPPER.readTree(Files.readString(schema)));

        assertThat(contract.validate(MAPPER.readTree(AuditJson.write(story)))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("stories")
    void theSarifIsValidAgainstThePublishedSchema(AuditStory story) throws IOException {
        JsonNode schema;
        try (InputStream published = getClass().getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            schema = MAPPER.readTree(published);
        }
        JsonSchema sarif =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(schema);

        assertThat(sarif.validate(MAPPER.readTree(AuditSarif.write(story, HERE))))
                .isEmpty();
    }

    @Test
    void theSarifNamesEveryPlaceOfAFinding() throws IOException {
        JsonNode result =
                MAPPER.readTree(AuditSarif.write(SampleAudit.full(), HERE)).at("/runs/0/results/0");

        assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("app.yml");
        assertThat(result.at("/locations/0/physicalLocation/region/startLine").asInt())
                .isEqualTo(5);
        assertThat(result.at("/relatedLocations/1/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("postgresql.conf");
        assertThat(result.at("/baselineState").asText()).isEqualTo("new");
    }

    @ParameterizedTest
    @MethodSource("stories")
    void theJunitXmlIsWellFormedAndItsCountsAreRight(AuditStory story) throws Exception {
        Document xml = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(AuditJunit.write(story).getBytes(StandardCharsets.UTF_8)));

        assertThat(xml.getDocumentElement().getAttribute("failures"))
                .isEqualTo("" + xml.getElementsByTagName("failure").getLength())
                .isEqualTo("" + story.failing().size());
        assertThat(xml.getDocumentElement().getAttribute("errors"))
                .isEqualTo("" + xml.getElementsByTagName("error").getLength());
    }

    @Test
    void theSameStoryGivesTheSameBytes() {
        assertThat(AuditHtml.write(SampleAudit.full())).isEqualTo(AuditHtml.write(SampleAudit.full()));
        assertThat(AuditSarif.write(SampleAudit.full(), HERE)).isEqualTo(AuditSarif.write(SampleAudit.full(), HERE));
    }

    @Test
    void knownFindingsDoNotFailAndNewOnesDo() {
        assertThat(SampleAudit.full().failing())
                .extracting(told -> told.finding().rule())
                .containsExactly("sample-overcommitted");
        assertThat(SampleAudit.full().exitCode()).isEqualTo(1);
        assertThat(SampleAudit.clean().exitCode()).isZero();
    }
}
