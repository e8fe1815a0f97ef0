package io.poolwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What the three commands say of whole stacks, from the command line to the exit code. */
final class SimulateTest {
    private static final Path EXAMPLES = Path.of(System.getProperty("project.root"), "examples");
    private static final Path GOLDEN =
            Path.of(System.getProperty("project.root"), "cli/src/test/resources/io/poolwright/cli");
    private static final ObjectMapper MAPPER = new ObjectMapper();
    /** Long enough to see what is asserted, and no longer. */
    private static final List<String> SHORT = List.of("--no-load-line", "--seconds", "20", "--runs", "2");

    @TempDir
    private Path folder;

    record Ended(int code, String out, String err) {}

    private static Ended run(List<String> arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        int code = line.execute(arguments.toArray(String[]::new));
        return new Ended(code, out.toString(), err.toString());
    }

    private static Ended run(String... arguments) {
        return run(List.of(arguments));
    }

    private static Ended simulate(String... arguments) {
        List<String> all = new ArrayList<>(List.of("simulate"));
        all.addAll(List.of(arguments));
        all.addAll(SHORT);
        return run(all);
    }

    private Path model(String text) throws IOException {
        return Files.writeString(folder.resolve("shop.model"), text);
    }

    private static final String SHOP = """
            client.rate = 100/s
            pool.max = 10
            db.cores = 8
            db.cpu = 15ms,cv=1
            """;

    /** What nothing told is said, in every form, and nothing is made up. */
    @ParameterizedTest
    @CsvSource({"seed-000, shop", "seed-004, api"})
    void withoutALoadNothingIsPredicted(String example, String service) throws IOException {
        String path = EXAMPLES.resolve(example).toString();

        Ended text = run("simulate", path, "--service", service);
        Ended json = run("simulate", path, "--service", service, "--format", "json");

        assertThat(text.code()).isEqualTo(3);
        assertThat(json.code()).isEqualTo(3);
        golden(example + ".simulate.txt", text.out());
        golden(example + ".simulate.json", json.out());
    }

    @ParameterizedTest
    @CsvSource({"seed-000, shop", "seed-004, api"})
    void withoutALoadNothingIsPlanned(String example, String service) throws IOException {
        Ended plan = run("plan", EXAMPLES.resolve(example).toString(), "--service", service, "--format", "json");

        assertThat(plan.code()).isEqualTo(3);
        golden(example + ".plan.json", plan.out());
    }

    private static void golden(String name, String text) throws IOException {
        String portable = text.replace(EXAMPLES.toString(), "examples");
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(GOLDEN.resolve(name), portable);
        }
        assertThat(portable).isEqualTo(Files.readString(GOLDEN.resolve(name)));
    }

    @Test
    void aStackWithRoomHolds() throws IOException {
        Ended ended = simulate("--model", model(SHOP).toString());

        assertThat(ended.code()).isZero();
        assertThat(ended.out()).startsWith("✓ HOLDS").contains("100 % of the requests are answered well");
    }

    @Test
    void aLoadAboveEveryCapacityDoesNotHoldAndSaysWhy() throws IOException {
        Ended ended = simulate("--model", model(SHOP).toString(), "--rate", "2000/s");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out().replaceAll("\\s+", " "))
                .contains("DOES NOT HOLD", "The load is above what the stack can carry");
    }

    @Test
    void aChangeIsHeldAgainstWhatIs() throws IOException {
        Ended ended = simulate("--model", model(SHOP).toString(), "--set", "pool.max=1", "--format", "json");

        JsonNode json = MAPPER.readTree(ended.out());
        assertThat(ended.code()).isEqualTo(1);
        assertThat(json.at("/conditions/changes/0").asText()).isEqualTo("pool.max 10 → 1");
        assertThat(json.at("/before/goodShare/mean").asDouble()).isGreaterThan(0.99);
        assertThat(json.at("/after/goodShare/mean").asDouble()).isLessThan(0.99);
        assertThat(json.get("exitCode").asInt()).isEqualTo(1);
    }

    @Test
    void theSameSeedGivesTheSameBytes() throws IOException {
        String file = model(SHOP).toString();

        assertThat(simulate("--model", file, "--format", "json").out())
                .isEqualTo(simulate("--model", file, "--format", "json").out())
                .isNotEqualTo(simulate("--model", file, "--format", "json", "--seed", "2")
                        .out());
    }

    @Test
    void aShortFaultIsSurvivedAndTheRecoveryTold() throws IOException {
        Ended ended = run(
                "simulate",
                "--model",
                model(SHOP).toString(),
                "--fault",
                "db.slow=20x@10s+5s",
                "--runs",
                "2",
                "--no-load-line",
                "--seconds",
                "80");

        assertThat(ended.code()).isZero();
        assertThat(ended.out()).startsWith("✓ RECOVERS").contains("db.slow ×20 from 10 s for 5.0 s");
    }

    @Test
    void theKnownStormStaysDown() {
        Ended ended = run("simulate", "--scenario", "retry-storm", "--runs", "2", "--no-load-line");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out()).startsWith("✗ COLLAPSES AND STAYS DOWN");
    }

    @Test
    void aRetryBudgetGetsOverTheKnownStorm() {
        Ended ended = run(
                "simulate", "--scenario", "retry-storm", "--set", "client.budget=0.1", "--runs", "2", "--no-load-line");

        assertThat(ended.code()).isZero();
        assertThat(ended.out()).startsWith("✓ RECOVERS");
    }

    @Test
    void anHtmlPageGoesToItsFile() throws IOException {
        Path page = folder.resolve("out/page.html");

        Ended ended = simulate("--model", model(SHOP).toString(), "--format", "text,html=" + page);

        assertThat(ended.code()).isZero();
        assertThat(Files.readString(page)).startsWith("<!DOCTYPE html>").contains("The run, second by second");
        assertThat(ended.out()).startsWith("✓ HOLDS");
    }

    @Test
    void allParametersAreListed() {
        Ended ended = run("simulate", "--parameters");

        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("pool.acquire.timeout     seconds  30s", "db.cpu                   law");
    }

    @ParameterizedTest
    @ValueSource(strings = {"simulate", "plan"})
    void withoutAStackTheWaysToNameOneAreSaid(String command) {
        Ended ended = run(command);

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err())
                .startsWith(
                        "poolwright: found no stack to ask about; name one: a folder and perhaps --recording, or --model FILE, or --scenario NAME (");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--scenario|storm|--scenario: found 'storm'; accepted: ",
                "--scenario|retry-strom|write: --scenario retry-storm",
                "--scenario|retry-storm --set pool.maxx=3|did you mean 'pool.max'?",
                "--scenario|retry-storm --set pool.max=3s|--set pool.max: found '3s'",
                "--scenario|retry-storm --slo fast|--slo fast: found 'fast'",
                "--scenario|retry-storm --rate 400|--rate client.rate: found '400'",
                "--scenario|retry-storm --set app.nested=30|app.nested 30 with pool.max 20",
                "--scenario|retry-storm --format pdf|--format: found 'pdf'; accepted: text, json, html",
                "--scenario|retry-storm --runs 0|--runs: found 0"
            })
    void whatCannotBeUnderstoodIsOneLine(String option, String rest, String message) {
        List<String> arguments = new ArrayList<>(List.of("simulate", option));
        arguments.addAll(List.of(rest.split(" ")));

        Ended ended = run(arguments);

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err().lines().toList()).hasSize(1);
        assertThat(ended.err()).contains(message);
    }

    /** The drills' own stack at 200 requests a second, recorded; its measured p99 is about a quarter of a second. */
    @Test
    void aRecordingTellsTheLoadAndTheTimes() throws IOException {
        Path recording = folder.resolve("recording.jsonl");
        try (InputStream packed = SimulateTest.class.getResourceAsStream("/fidelity/hold-bound/recording.jsonl.gz");
                InputStream plain = new GZIPInputStream(Objects.requireNonNull(packed))) {
            Files.copy(plain, recording);
        }

        Ended ended = simulate("--recording", recording.toString(), "--format", "json");

        JsonNode json = MAPPER.readTree(ended.out());
        assertThat(ended.code()).isZero();
        assertThat(json.at("/known/0/parameter").asText()).isEqualTo("client.rate");
        assertThat(json.at("/known/0/how").asText()).isEqualTo("measured");
        assertThat(json.at("/after/offered/mean").asDouble()).isBetween(180.0, 220.0);
        assertThat(json.at("/after/p99/mean").asDouble()).isBetween(0.15, 0.4);
    }

    @Test
    void aRecordingThatIsNoneIsRefused() {
        Ended ended =
                run("simulate", "--recording", EXAMPLES.resolve("README.md").toString());

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).startsWith("poolwright: --recording ");
    }

    @ParameterizedTest
    @CsvSource({
        "seed-000-clean, seed-000, 1",
        "seed-004-clean, seed-004, 1",
        "seed-000, seed-000-clean, 0",
        "seed-000, seed-000, 0"
    })
    void theMistakesOfBothOutagesAreStopped(String before, String after, int code) {
        Ended ended = run(
                "gate",
                "--before",
                EXAMPLES.resolve(before).toString(),
                "--after",
                EXAMPLES.resolve(after).toString());

        assertThat(ended.code()).isEqualTo(code);
        assertThat(ended.out()).startsWith(code == 0 ? "✓ PASS" : "✗ STOP").contains("not simulated");
    }

    @Test
    void strictlyAChangeThatCouldNotBeSimulatedIsHeldBack() {
        String same = EXAMPLES.resolve("seed-000-clean").toString();

        assertThat(run("gate", "--before", same, "--after", same, "--strict").code())
                .isEqualTo(3);
    }

    @Test
    void aRegressionOfALoadTestIsStopped() throws IOException {
        Path before = results("before.csv", 0.1);
        Path same = results("same.csv", 0.1);
        Path slower = results("slower.csv", 0.15);

        assertThat(run("gate", "--before", before.toString(), "--after", slower.toString()))
                .satisfies(ended -> assertThat(ended.code()).isEqualTo(1))
                .satisfies(ended -> assertThat(ended.out()).contains("regression of p"));
        assertThat(run("gate", "--before", before.toString(), "--after", same.toString())
                        .code())
                .isZero();
    }

    @Test
    void tooLittleOfALoadTestProvesNothing() throws IOException {
        Path brief = Files.writeString(folder.resolve("brief.csv"), "at,seconds,ok\n0,0.1,1\n1,0.1,1\n");

        Ended ended = run("gate", "--before", brief.toString(), "--after", brief.toString());

        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.out()).startsWith("? CANNOT TELL");
    }

    @Test
    void aConfigurationIsNotComparedWithAMeasurement() throws IOException {
        Ended ended = run(
                "gate",
                "--before",
                EXAMPLES.resolve("seed-000").toString(),
                "--after",
                results("r.csv", 0.1).toString());

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("give two configurations, or two recordings or results of load tests");
    }

    /** Ten answers a second for five minutes, their times spread evenly around a middle. */
    private Path results(String name, double middle) throws IOException {
        StringBuilder text = new StringBuilder("at,seconds,ok\n");
        for (int i = 0; i < 3000; i++) {
            text.append(i / 10.0)
                    .append(',')
                    .append(middle * (0.8 + 0.4 * (i * 7919 % 1000) / 1000))
                    .append(",1\n");
        }
        return Files.writeString(folder.resolve(name), text);
    }
}
