package io.poolwright.cli.report.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.poolwright.cli.terminal.Style;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SimulateFormatsTest {
    private static final Style PLAIN = new Style(false, true);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static String text(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }

    @Test
    void theTextsAreAsTheyWere() throws IOException {
        Golden.compare("what-if.txt", text(WhatIfText.of(SampleAnswers.whatIf(), PLAIN, 100)));
        Golden.compare("untold.txt", text(WhatIfText.of(SampleAnswers.untold(), PLAIN, 100)));
        Golden.compare("plan.txt", text(PlanText.of(SampleAnswers.planned(), PLAIN, 100)));
        Golden.compare("abstained.txt", text(PlanText.of(SampleAnswers.abstained(), PLAIN, 100)));
        Golden.compare("gate.txt", text(GateText.of(SampleAnswers.gated(), PLAIN, 100)));
        Golden.compare("measured.txt", text(GateText.of(SampleAnswers.measured(), PLAIN, 100)));
    }

    @Test
    void theOtherFormsAreAsTheyWere() throws IOException {
        Golden.compare("plan.json", PlanJson.write(SampleAnswers.planned()));
        Golden.compare("gate.json", GateJson.write(SampleAnswers.gated()));
        Golden.compare("plan.html", PlanHtml.write(SampleAnswers.planned()).replaceFirst("(?s)<style>.*</style>", ""));
    }

    record Written(String schema, String json) {
        @Override
        public String toString() {
            return schema;
        }
    }

    static List<Written> written() {
        return List.of(
                new Written("simulate", WhatIfJson.write(SampleAnswers.whatIf())),
                new Written("simulate", WhatIfJson.write(SampleAnswers.untold())),
                new Written("plan", PlanJson.write(SampleAnswers.planned())),
                new Written("plan", PlanJson.write(SampleAnswers.abstained())),
                new Written("gate", GateJson.write(SampleAnswers.gated())),
                new Written("gate", GateJson.write(SampleAnswers.measured())));
    }

    @ParameterizedTest
    @MethodSource("written")
    void whatIsWrittenObeysItsSchema(Written written) throws IOException {
        Path file =
                Path.of(System.getProperty("project.root"), "docs/schema/%s-1.schema.json".formatted(written.schema()));
        JsonNode tree = MAPPER.readTree(written.json());

        try (InputStream schema = Files.newInputStream(file)) {
            assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                            .getSchema(schema)
                            .validate(tree))
                    .isEmpty();
        }
    }

    @Test
    void aPlanSaysWhatProgramsAskFor() throws IOException {
        JsonNode plan = MAPPER.readTree(PlanJson.write(SampleAnswers.planned()));

        assertThat(plan.get("abstained").asBoolean()).isFalse();
        assertThat(plan.at("/recommended/pool.max/value").asInt()).isEqualTo(12);
        assertThat(plan.at("/recommended/pool.max/low").asInt()).isEqualTo(10);
        assertThat(plan.at("/recommended/pool.max/high").asInt()).isEqualTo(16);
        assertThat(plan.at("/recommended/pool.max/unit").asText()).isEqualTo("connections");
        assertThat(plan.at("/bindingConstraint/id").asText()).isEqualTo("pool");
        assertThat(plan.at("/loadLine/slo").asDouble()).isEqualTo(512);
        assertThat(plan.at("/loadLine/vulnerable").asDouble()).isEqualTo(470);
        assertThat(plan.at("/loadLine/collapse").asDouble()).isEqualTo(540);
        assertThat(plan.at("/predicted/before/goodShare/mean").asDouble()).isZero();
        assertThat(plan.at("/predicted/after/goodShare/mean").asDouble()).isEqualTo(1);
    }

    @Test
    void anAbstentionSaysWhatToMeasure() throws IOException {
        JsonNode plan = MAPPER.readTree(PlanJson.write(SampleAnswers.abstained()));

        assertThat(plan.get("abstained").asBoolean()).isTrue();
        assertThat(plan.get("measureNext").get(0).asText()).isEqualTo("write stack.shop.rate.peak in poolwright.yaml");
        assertThat(plan.get("exitCode").asInt()).isEqualTo(3);
        assertThat(plan.get("loadLine").isNull()).isTrue();
    }

    @Test
    void whatIsUnlimitedIsNoNumber() throws IOException {
        JsonNode plan = MAPPER.readTree(PlanJson.write(SampleAnswers.planned()));

        assertThat(plan.at("/recommended/pool.acquire.timeout/high").isNull()).isTrue();
    }

    @Test
    void colourOnlyAdds() {
        String plain = text(WhatIfText.of(SampleAnswers.whatIf(), PLAIN, 100));

        String painted = text(WhatIfText.of(SampleAnswers.whatIf(), new Style(true, true), 100));

        assertThat(painted).isNotEqualTo(plain);
        assertThat(painted.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain);
    }

    @Test
    void aTerminalWithoutDrawingCharactersGetsPlainOnes() {
        assertThat(text(WhatIfText.of(SampleAnswers.whatIf(), new Style(false, false), 100))
                        .replace("\u001b", ""))
                .matches("\\p{ASCII}*");
        assertThat(text(PlanText.of(SampleAnswers.planned(), new Style(false, false), 100))
                        .replace("\u001b", ""))
                .matches("\\p{ASCII}*");
    }

    @Test
    void aNarrowTerminalIsNotOverrun() {
        assertThat(WhatIfText.of(SampleAnswers.untold(), PLAIN, 60)).allMatch(line -> line.length() <= 110);
    }

    static List<String> pages() {
        return List.of(
                WhatIfHtml.write(SampleAnswers.whatIf()),
                WhatIfHtml.write(SampleAnswers.untold()),
                PlanHtml.write(SampleAnswers.planned()),
                PlanHtml.write(SampleAnswers.abstained()));
    }

    @ParameterizedTest(name = "page {index}")
    @MethodSource("pages")
    void aPageNeedsNothingElseAndRunsNothing(String page) {
        assertThat(page)
                .doesNotContain("<script", "http://", "https://", "src=", "@import", "javascript:", "onload")
                .startsWith("<!DOCTYPE html>")
                .contains("<html lang=\"en\">", "name=\"viewport\"", "color-scheme")
                .doesNotContain("\u001b");
    }

    @ParameterizedTest(name = "page {index}")
    @MethodSource("pages")
    void everyDrawingSaysInWordsWhatItShows(String page) {
        assertThat(page.split("<svg class=\"chart\"", -1).length - 1)
                .isEqualTo(page.split("role=\"img\" aria-label=\"", -1).length - 1);
        assertThat(page.split("<figure", -1).length).isEqualTo(page.split("<details>", -1).length);
    }

    @Test
    void whatComesFromAFileIsNoMarkup() {
        assertThat(WhatIfHtml.write(SampleAnswers.whatIf())).contains("&lt;script&gt;alert(1)&lt;/script&gt;");
        assertThat(text(WhatIfText.of(SampleAnswers.whatIf(), PLAIN, 100))).doesNotContain("\u001b");
    }

    @Test
    void whatWasCutShortEndsWithThree() {
        assertThat(SampleAnswers.untold().exitCode()).isEqualTo(3);
        assertThat(SampleAnswers.whatIf().exitCode()).isEqualTo(1);
        assertThat(SampleAnswers.planned().exitCode()).isZero();
        assertThat(SampleAnswers.gated().exitCode()).isEqualTo(1);
    }
}
